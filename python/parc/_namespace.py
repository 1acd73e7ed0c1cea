"""What a piece of text uses from the live namespace around it, written as statements that bind it."""

import ast
import inspect
import math
import pathlib
import sys
import sysconfig
import types

from parc import _compiler, _plain
from parc._look import source_of

# Name of a module in memory that holds the text which a live function was defined in.
TEXT_MODULE = "_parc_text_"

_LIBRARIES = ("math", "numpy", "parc", "builtins", "typing", "numpy.typing")
_NUMBERS = (bool, int, float, complex)


class Guard:
    """A global that a compiled text took the value of."""

    __slots__ = ("name", "namespace", "value")

    def __init__(self, namespace, name, value):
        self.namespace = namespace
        self.name = name
        self.value = value

    def holds(self):
        now = self.namespace.get(self.name, self)
        return now is self.value or (type(now) is type(self.value) in _NUMBERS and repr(now) == repr(self.value))


def is_outdated(guards):
    return any(not guard.holds() for guard in guards)


class Namespace:
    """Finds the bindings that a text needs from live globals; with `outer`, that of a function which another uses.

    `imports` are the modules in memory that the bindings name: name -> (path, text). `guards` hold what has to stay
    the same.
    """

    def __init__(self, variables, outer=None):
        self.variables = variables
        self.imports = {} if outer is None else outer.imports
        self.guards = [] if outer is None else outer.guards
        self._modules = {} if outer is None else outer._modules  # function -> name of its module

    def completed(self, text, path, roots, parameters=(), kept=None):
        """The text of a cell as a module for the compiler.

        Definitions and imports stay where they are, and so does the statement that holds the node `kept`; the rest
        is blank. What the functions (names) or nodes in `roots` use besides is bound at the end, as it is now.
        """
        masked = _compiler.mask(text)[0]
        tree = ast.parse(masked)
        stays = [node for node in tree.body if _holds(node, kept) or self._is_current(node, path)]
        text = _blanked(text, [node for node in tree.body if node not in stays])
        names = used_names(stays, roots) - bound_names(stays) - set(parameters)
        lines = [self._binding(name) for name in sorted(names) if name in self.variables]
        return "".join(f"{line}\n" for line in [text, *lines])

    def _is_current(self, node, path):
        """Whether a statement is a definition or import, and no other has taken its name since."""
        if isinstance(node, ast.FunctionDef):
            value = self.variables.get(node.name)
            code = getattr(getattr(value, "__wrapped__", value), "__code__", None)
            first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
            return code is not None and (code.co_filename, code.co_firstlineno) == (path, first)
        return isinstance(node, ast.Import | ast.ImportFrom | ast.ClassDef)

    def text_module(self, function):
        """The name of a module with the text that the function was defined in; None when there is none."""
        known = self._modules.get(function)
        if known is not None:
            return known
        try:
            lines, _ = inspect.findsource(function)
        except (OSError, TypeError):
            return None
        path, text = function.__code__.co_filename, "".join(lines)
        module = sys.modules.get(function.__module__)
        if module is not None and getattr(module, "__file__", None) == path:
            self.imports[function.__module__] = (path, text)
            return function.__module__
        name = self._modules[function] = f"{TEXT_MODULE}{len(self._modules)}"
        inner = Namespace(function.__globals__, self)
        self.imports[name] = (path, inner.completed(text, path, [function.__name__]))
        return name

    def provide(self, module):
        """Offers the text of a module that is the user's own."""
        path = _own_source(module)
        if path is not None and module.__name__ not in self.imports:
            self.imports[module.__name__] = (path, pathlib.Path(path).read_text(encoding="utf-8"))

    def _binding(self, name):
        value = self.variables[name]
        self.guards.append(Guard(self.variables, name, value))
        return (
            _binding_of_module(self, name, value)
            or _binding_of_library(name, value)
            or _binding_of_function(self, name, value)
            or f"{name} = {literal(value)}"
        )


def literal(value):
    """The value as a constant expression; `...` when it is none that the compiler takes."""
    if type(value) is tuple:
        return f"({''.join(literal(each) + ', ' for each in value)})"
    if type(value) is float and not math.isfinite(value):
        return "(1e999 - 1e999)" if math.isnan(value) else "1e999" if value > 0 else "-1e999"
    if type(value) in (*_NUMBERS, str, bytes) or value is None:
        return repr(value)
    return "..."


def _binding_of_module(namespace, name, value):
    if not isinstance(value, types.ModuleType):
        return None
    namespace.provide(value)
    return f"import {value.__name__} as {name}"


def _binding_of_library(name, value):
    for library in _LIBRARIES:
        module = sys.modules.get(library)
        own = getattr(value, "__name__", None) or name
        for attribute in dict.fromkeys((own, name)):
            if module is not None and getattr(module, attribute, None) is value:
                return f"from {library} import {attribute} as {name}"
    if value is _plain.par:
        return f"from parc import par as {name}"
    return None


def _binding_of_function(namespace, name, value):
    function = getattr(value, "__wrapped__", value)
    if not isinstance(function, types.FunctionType):
        return None
    module = namespace.text_module(function)
    return f"from {module} import {function.__name__} as {name}" if module else None


def _own_source(module):
    """The Python file of a module that is neither of the standard library nor installed."""
    path = source_of(getattr(module, "__file__", None) or "")
    installed = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    return None if path is None or str(path).startswith(installed) else str(path)


_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def walk_scope(node):
    """The nodes of one scope: inner functions, classes and comprehensions without what is in them."""
    yield node
    if isinstance(node, _SCOPES + COMPREHENSIONS):
        return
    for child in ast.iter_child_nodes(node):
        yield from walk_scope(child)


def bound_names(statements):
    """The names that the statements bind where they stand."""
    names = set()
    for statement in statements:
        for node in walk_scope(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names.update(each.asname or each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                names.add(node.name)
            elif isinstance(node, COMPREHENSIONS):
                names.update(each.target.id for each in ast.walk(node) if isinstance(each, ast.NamedExpr))
    return names


def used_names(statements, roots):
    """The names in the functions (names) or nodes in `roots`, and in the functions of the statements that they use."""
    functions = {node.name: node for node in statements if isinstance(node, ast.FunctionDef)}
    names = set()
    waiting = [functions.get(root) if isinstance(root, str) else root for root in roots]
    seen = set()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        read = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        waiting.extend(functions.get(name) for name in read)
        names |= read
    return names


def _holds(statement, node):
    """Whether a node of another tree of the same text lies in the statement."""
    if node is None:
        return False
    return (statement.lineno, statement.col_offset) <= (node.lineno, node.col_offset) and (
        (node.end_lineno, node.end_col_offset) <= (statement.end_lineno, statement.end_col_offset)
    )


def _blanked(text, statements):
    """The text with blanks in the places of the statements: as many bytes, in as many lines."""
    lines = text.encode().splitlines(keepends=True)
    for statement in statements:
        for number in range(statement.lineno - 1, statement.end_lineno):
            line = lines[number]
            begin = statement.col_offset if number == statement.lineno - 1 else 0
            end = statement.end_col_offset if number == statement.end_lineno - 1 else len(line.rstrip(b"\r\n"))
            lines[number] = line[:begin] + b" " * (end - begin) + line[end:]
    return b"".join(_without_separators(line) for line in lines).decode()


def _without_separators(line):
    """A line of nothing but what stood between blanked statements, as blanks."""
    return line.replace(b";", b" ") if not line.strip(b"; \t\r\n\\") else line
