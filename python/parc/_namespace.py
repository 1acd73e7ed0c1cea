"""What a piece of text uses from the live namespace around it, written as statements that bind it."""

import ast
import math
import sys
import sysconfig
import types

from parc import _plain
from parc._errors import CompileError
from parc._guards import Guards
from parc._look import source_of
from parc._names import attributes_of, bound_names, outer_names, used_names
from parc._text import find_definition, find_text, keep_only, keep_unindented, parsed

# Names of the modules in memory that stand for live functions and modules.
TEXT_MODULE = "_parc_text_"

_LIBRARIES = ("math", "numpy", "parc", "builtins", "typing", "numpy.typing")
_NUMBERS = (bool, int, float, complex)


class Namespace:
    """Finds the bindings that a text needs from live globals; with `outer`, that of a function which another uses.

    `assigned` are the variables that the text itself assigns to: functions that it calls must not read them.
    `imports` are the modules in memory that the bindings name: name -> (path, text). `texts` are the whole texts of the
    files that these come from, `guards` what has to stay the same.
    """

    def __init__(self, variables, outer=None, assigned=()):
        self.variables = variables
        self.imports = {} if outer is None else outer.imports
        self.texts = {} if outer is None else outer.texts
        self.guards = Guards() if outer is None else outer.guards
        self._modules = {} if outer is None else outer._modules  # function, or module and attributes -> module's name
        self._assigned = (variables, set(assigned)) if outer is None else outer._assigned
        self._is_outer = outer is None

    def function_text(self, function, is_root=True):
        """The text of a function, in its lines and columns, as a module of its own; and the line of its `def`.

        One that is not the root is imported by others, and so stands at the top there.
        """
        text = find_text(function)
        chain = find_definition(function, text)
        definition = chain[-1]
        self.texts[function.__code__.co_filename] = text
        fixed = _default_values(function, definition)
        names = outer_names(definition) - fixed.keys()
        if definition.name in names:
            self._check_own_name(function, definition.name)
            names.discard(definition.name)
        kept, lines = self._bindings(names, definition, parsed(text).body)
        lines += [f"{name} = {value}" for name, value in fixed.items()]
        whole = keep_only(text, [chain, *([each] for each in kept)])
        if len(chain) > 1 and not kept and not is_root:
            whole = keep_unindented(text, definition)
        return _joined(whole, lines), definition.lineno

    def _check_own_name(self, function, name):
        """A function that calls itself: the name has to be its own, and to stay so."""
        self.guards.add(self.variables, name)
        if unwrapped(self.variables.get(name)) is not function:
            raise CompileError(
                f"PAR0907: {function.__qualname__} uses its own name, which something else has now; give one of them "
                "another name"
            )

    def piece_text(self, text, node, parameters):
        """The text of a cell with nothing but the statement that holds the node; `parameters` need no binding."""
        statements = parsed(text).body
        holding = [each for each in statements if _holds(each, node)]
        names = used_names(node) - set(parameters)
        kept, lines = self._bindings(names, node, [each for each in statements if each not in holding])
        return _joined(keep_only(text, [[each] for each in (*holding, *kept)]), lines)

    def _bindings(self, names, node, statements):
        """Statements of the text that are kept, as their values cannot be written otherwise, and lines that bind the rest."""
        kept, lines = [], []
        waiting, seen = sorted(names, reverse=True), set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            self.guards.add(self.variables, name)
            if name not in self.variables:
                continue
            self._check_assigned(name)
            line = self._binding(name, self.variables[name], node)
            statement = _only_assignment(name, statements) if line is None else None
            if statement is not None:
                kept.append(statement)
                waiting.extend(used_names(statement) - {name})
            else:
                lines.append(line or f"{name} = ...")
        return kept, lines

    def _check_assigned(self, name):
        variables, names = self._assigned
        if not self._is_outer and self.variables is variables and name in names:
            raise CompileError(
                f"PAR0213: a function that the loop calls reads the variable '{name}', which the loop assigns; pass it as "
                "a parameter"
            )

    def _binding(self, name, value, node):
        """A line that binds the name to the live value; None when there is none."""
        text = literal(value)
        if text is not None:
            return f"{name} = {text}"
        if value is _plain.par:
            return f"from parc import par as {name}"
        if isinstance(value, types.ModuleType):
            return self._binding_of_module(name, value, attributes_of(node, name))
        for library in _LIBRARIES:
            own = getattr(value, "__name__", None) or name
            for attribute in dict.fromkeys((own, name)):
                if getattr(sys.modules.get(library), attribute, None) is value:
                    return f"from {library} import {attribute} as {name}"
        function = unwrapped(value)
        return self._binding_of_function(name, function) if isinstance(function, types.FunctionType) else None

    def _binding_of_module(self, name, module, attributes):
        if not _is_own(module):
            return f"import {module.__name__} as {name}"
        key = (module.__name__, repr(attributes))
        known = self._modules.get(key)
        if known is None:
            known = self._modules[key] = self._new_module()
            inner = Namespace(vars(module), self)
            lines = [inner._attribute(module, attribute, below) for attribute, below in sorted(attributes.items())]
            self.imports[known] = (f"<{module.__name__}>", _joined("", filter(None, lines)))
        return f"import {known} as {name}"

    def _attribute(self, module, name, below):
        """The line for an attribute of a module, of which `below` are taken."""
        self.guards.add(self.variables, name)
        if name not in self.variables:
            return None
        value = self.variables[name]
        if isinstance(value, types.ModuleType):
            return self._binding_of_module(name, value, below)
        return self._binding(name, value, ast.Module([], [])) or f"{name} = ..."

    def _binding_of_function(self, name, function):
        own = function.__code__.co_name
        if own == "<lambda>":
            raise CompileError(f"PAR0907: '{name}' is a lambda; write it as a function with `def`")
        *around, definition = find_definition(function, find_text(function))
        is_inner = any(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for each in around)
        if function.__closure__ or is_inner or (around and keep_unindented("", definition) is None):
            raise CompileError(
                f"PAR0908: '{name}' is a function that was defined inside something else; define it at the top, with "
                "what it needs as parameters"
            )
        known = self._modules.get(function)
        if known is None:
            known = self._modules[function] = self._new_module()
            text, _ = Namespace(function.__globals__, self).function_text(function, is_root=False)
            self.imports[known] = (function.__code__.co_filename, text)
        return f"from {known} import {own} as {name}"

    def _new_module(self):
        return f"{TEXT_MODULE}{len(self._modules)}"


def unwrapped(value):
    """The Python function behind one of parc's; any other value as it is."""
    is_parcs = hasattr(type(value), "signatures") or hasattr(type(value), "__parc_native__")
    return value.__wrapped__ if is_parcs else value


def literal(value):
    """The value as a constant expression; None when it is none that the compiler takes."""
    if type(value) is tuple:
        parts = [literal(each) for each in value]
        return None if None in parts else f"({''.join(part + ', ' for part in parts)})"
    if type(value) is float and not math.isfinite(value):
        return "(1e999 - 1e999)" if math.isnan(value) else "1e999" if value > 0 else "-1e999"
    if type(value) in (*_NUMBERS, str, bytes) or value is None:
        return repr(value)
    return None


def _joined(text, lines):
    return "".join(f"{line}\n" for line in [text, *lines])


def _only_assignment(name, statements):
    """The statement at the top that assigns the name, when it is the only one to bind it."""
    binding = [each for each in statements if name in bound_names([each])]
    if len(binding) != 1 or not isinstance(binding[0], ast.Assign | ast.AnnAssign):
        return None
    targets = getattr(binding[0], "targets", None) or [binding[0].target]
    return binding[0] if all(isinstance(each, ast.Name) for each in targets) else None


def _default_values(function, definition):
    """Names that stand as defaults of a definition, as they were then. Raises CompileError for what changed since."""
    places = definition.args.posonlyargs + definition.args.args
    values = function.__defaults__ or ()
    pairs = list(zip(places[len(places) - len(values) :], definition.args.defaults, values))
    named = function.__kwdefaults__ or {}
    pairs += [
        (each, node, named[each.arg])
        for each, node in zip(definition.args.kwonlyargs, definition.args.kw_defaults)
        if node is not None and each.arg in named
    ]
    elsewhere = used_names(ast.Module(definition.body, []))
    fixed = {}
    for _, node, value in pairs:
        if isinstance(node, ast.Name) and node.id not in elsewhere and literal(value) is not None:
            fixed[node.id] = literal(value)
    for parameter, node, value in pairs:
        if not _gives(node, value, fixed, function.__globals__):
            raise CompileError(
                f"PAR0907: the default of '{parameter.arg}' of {function.__qualname__} is not what its text says any more"
            )
    count = len(definition.args.defaults), sum(node is not None for node in definition.args.kw_defaults)
    if count != (len(values), len(named)):
        raise CompileError(f"PAR0907: the defaults of {function.__qualname__} are not those of its text")
    return fixed


def _gives(node, value, fixed, variables):
    """Whether an expression of constants and names is the value now; others are left to the compiler."""
    simple = (ast.Constant, ast.Name, ast.Load, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.operator, ast.unaryop, ast.Attribute)
    if not all(isinstance(each, simple) for each in ast.walk(node)) or (isinstance(node, ast.Name) and node.id in fixed):
        return True
    try:
        now = eval(compile(ast.Expression(node), "default", "eval"), variables)
    except Exception:
        return False
    return now is value or (type(now) is type(value) and repr(now) == repr(value))


def _is_own(module):
    """Whether a module is the user's: neither of the standard library nor installed."""
    path = source_of(getattr(module, "__file__", None) or "")
    installed = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    return path is not None and not str(path).startswith(installed)


def _holds(statement, node):
    """Whether a node of another tree of the same text lies in the statement."""
    return (statement.lineno, statement.col_offset) <= (node.lineno, node.col_offset) and (
        (node.end_lineno, node.end_col_offset) <= (statement.end_lineno, statement.end_col_offset)
    )
