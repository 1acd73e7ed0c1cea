"""The text that a live function was defined in, and what is left of it when only the definition is kept."""

import __future__
import ast
import dis
import functools
import inspect
import sys
import types

from parc import _compiler
from parc._errors import CompileError

_FUTURE_FLAGS = __future__.annotations.compiler_flag


def find_text(function):
    """The whole text. Raises CompileError when there is none, or the function was made of another one."""
    try:
        lines, _ = inspect.findsource(function)
    except (OSError, TypeError) as error:
        raise CompileError(
            f"PAR0907: the source of {function.__qualname__} is not to be found ({error}); define it in a file or in a "
            "notebook cell"
        ) from None
    text = "".join(lines)
    code = function.__code__
    if not _is_rewritten(code) and _essence(code) not in _essences(text, code.co_flags & _FUTURE_FLAGS).get(_place(code), ()):
        raise CompileError(
            f"PAR0907: {code.co_filename} was edited after {function.__qualname__} was defined; import it again"
        )
    return text


def shown_path(path):
    """What messages call the file of a code object: of a notebook's cell, "Cell In[3]"."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    name = shell and shell.compile.format_code_name(path)
    return " ".join(name) if name else path


def shown_imports(imports):
    return {name: (shown_path(path), text) for name, (path, text) in imports.items()}


def find_definition(function, text):
    """The statements from the module's down to the definition of the function."""
    found = _find(parsed(text).body, _place(function.__code__))
    if found is None:
        raise CompileError(f"PAR0907: the definition of {function.__qualname__} is not to be found in its text")
    return found


@functools.lru_cache(maxsize=64)
def parsed(text):
    """The tree of a text, with `par` read as `for`."""
    return ast.parse(_compiler.mask(text)[0])


def future_flags(text):
    """The flags of `compile` for code that is taken out of the text."""
    is_future = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in parsed(text).body)
    return _FUTURE_FLAGS if is_future else 0


@functools.lru_cache(maxsize=64)
def _essences(text, flags):
    """What the functions of a text compute, by place."""
    try:
        whole = compile(_compiler.mask(text)[0], "text", "exec", dont_inherit=True, flags=flags)
    except SyntaxError:
        return {}
    found = {}
    for code in _functions_in(whole):
        found.setdefault(_place(code), []).append(_essence(code))
    for node in ast.walk(parsed(text)):
        for place in _places(node) if isinstance(node, ast.FunctionDef) else ():
            found.setdefault(place, found.get(_places(node)[0], []))
    return found


def _functions_in(code):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant
            yield from _functions_in(constant)


def _place(code):
    return code.co_name, code.co_firstlineno


def _places(node):
    """Where the code of a definition may say that it begins: at the first decorator, or without them."""
    first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
    return (node.name, first), (node.name, node.lineno)


def _essence(code):
    """What a function computes, as far as it does not depend on what else was compiled with it.

    Whether a module was imported in the same unit decides how a call of its functions is written, for example.
    """
    constants = [_constant(each) for each in code.co_consts if not isinstance(each, types.CodeType)]
    steps = [
        (_SAME.get(step.opname, step.opname), None if step.opcode in _JUMPS else _constant(step.argval))
        for step in dis.get_instructions(code)
        if step.opname not in _LEFT_OUT and not isinstance(step.argval, types.CodeType)
    ]
    return steps, code.co_varnames, sorted(map(repr, constants))


_SAME = {"LOAD_METHOD": "LOAD_ATTR", "CALL_METHOD": "CALL_FUNCTION"}
_LEFT_OUT = ("PUSH_NULL", "PRECALL", "CACHE", "NOP", "RESUME", "EXTENDED_ARG")
_JUMPS = frozenset(dis.hasjrel + dis.hasjabs)


def _constant(value):
    """A constant as text: a set's order is not the same in all processes."""
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    return repr(value)


def _is_rewritten(code):
    """Whether pytest has put its own code in the places of assertions."""
    return any(name.startswith("@py") for name in code.co_varnames + code.co_names)


def _find(body, place):
    for node in body:
        if isinstance(node, ast.FunctionDef) and place in _places(node):
            return [node]
        for inner in bodies_of(node):
            found = _find(inner, place)
            if found is not None:
                return [node, *found]
    return None


def bodies_of(node):
    """The lists of statements in a statement."""
    bodies = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    inner = [each.body for each in (*getattr(node, "handlers", ()), *getattr(node, "cases", ()))]
    return [body for body in [*bodies, *inner] if isinstance(body, list) and body]


def keep_only(text, chains):
    """The text with blanks in the places of all other statements: as many lines, and bytes, and the same columns
    where nothing else stood before it on the line.

    `chains` are lists of statements, each in the one before it, of which the last is kept as a whole (without
    decorators) and of the others what is around it.
    """
    lines = text.encode().splitlines(keepends=True)
    before = list(lines)
    _keep(lines, parsed(text).body, [chain for chain in chains if chain], is_whole=True)
    return b"".join(map(_without_separators, lines, before)).decode()


def keep_unindented(text, definition):
    """The text of a definition below `if`, `try` or `with` alone, in its lines, as if it stood at the top.

    None when it holds a string of several lines, which would lose its blanks too.
    """
    strings = (each for each in ast.walk(definition) if isinstance(each, ast.JoinedStr | ast.Constant))
    documentation = definition.body[0].value if isinstance(definition.body[0], ast.Expr) else None
    if any(each.end_lineno != each.lineno and each is not documentation for each in strings):
        return None
    lines = text.encode().splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        blanks = len(line) - len(line.lstrip(b" \t"))
        is_inside = definition.lineno <= number <= definition.end_lineno
        lines[number - 1] = line[min(blanks, definition.col_offset) :] if is_inside else b"\n"
    return b"".join(lines).decode()


def _keep(lines, body, chains, is_whole=False):
    for node in body:
        inside = [chain[1:] for chain in chains if chain[0] is node]
        if not inside:
            _blank(lines, _begin(node), (node.end_lineno, node.end_col_offset))
            continue
        if getattr(node, "decorator_list", ()):
            _blank(lines, _begin(node), (node.lineno, node.col_offset))
        if [] in inside:
            continue
        for inner in bodies_of(node):
            _keep(lines, inner, inside)
    if not is_whole and not any(chain[0] in body for chain in chains):
        line, column = _begin(body[0])
        lines[line - 1] = lines[line - 1][:column] + b"0" + lines[line - 1][column + 1 :]


def _begin(node):
    """Where a statement begins, with its decorators."""
    line = node.decorator_list[0].lineno if getattr(node, "decorator_list", ()) else node.lineno
    return line, node.col_offset


def _blank(lines, begin, end):
    for number in range(begin[0] - 1, end[0]):
        line = lines[number]
        first = begin[1] if number == begin[0] - 1 else 0
        last = end[1] if number == end[0] - 1 else len(line.rstrip(b"\r\n"))
        lines[number] = line[:first] + b" " * (last - first) + line[last:]


def _without_separators(line, before):
    """A line without the semicolons and backslashes around statements that were blanked."""
    if line == before:
        return line
    rest = line.lstrip(b"; \t")
    if not rest.strip(b"\\ \t\r\n"):
        return line.replace(b";", b" ").replace(b"\\", b" ")
    if b";" not in line[: len(line) - len(rest)]:
        return line
    indentation = before[: len(before) - len(before.lstrip(b" \t"))]
    code = rest.rstrip(b"\r\n")
    return indentation + code + b" " * (len(line) - len(indentation) - len(rest)) + rest[len(code) :]


def replace_expressions(text, replacements):
    """The text with (expression, text) put in: expressions of one line."""
    lines = text.encode().splitlines(keepends=True)
    for node, new in sorted(replacements, key=lambda each: (each[0].lineno, -each[0].col_offset)):
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = line[: node.col_offset] + new.encode() + line[node.end_col_offset :]
    return b"".join(lines).decode()
