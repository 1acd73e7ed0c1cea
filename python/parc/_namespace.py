"""What a piece of text uses from the live namespace around it, written as statements that bind it."""

import ast
import cmath
import math
import sys
import types

from parc import _plain
from parc._describe import ELEMENTS
from parc._errors import CompileError
from parc._guards import Guards
from parc._names import attributes_of, bound_names, outer_names, used_names
from parc._text import find_definition, find_text, keep_only, keep_unindented, parsed, replace_expressions

# Names of the modules in memory that stand for live functions and modules.
TEXT_MODULE = "_parc_text_"

_LIBRARIES = ("math", "numpy", "parc", "builtins", "typing", "numpy.typing")
_KNOWN = {each.partition(".")[0] for each in _LIBRARIES}
_NUMBERS = (bool, int, float, complex)
_NUMPY = "__parc_numpy__"  # what a text that is put together calls NumPy
_MOST_BITS = 256


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
        defaults, left = _default_values(function, definition)
        names, annotations = outer_names(definition)
        names = names.union(*map(used_names, left))
        if definition.name in names:
            self._check_own_name(function, definition.name)
        own = {definition.name}
        imports = [f"import numpy as {_NUMPY}"] if any(_NUMPY in text for _, text in defaults) else []
        kept, lines = self._bindings(names - own, definition, parsed(text).body)
        more, hints = self._bindings(annotations - names - own, definition, parsed(text).body, is_needed=False)
        kept += [each for each in more if each not in kept]
        whole = replace_expressions(keep_only(text, [chain, *([each] for each in kept)]), defaults)
        if len(chain) > 1 and not kept and not is_root:
            whole = keep_unindented(replace_expressions(text, defaults), definition)
        return _joined(whole, imports + lines + hints), definition.lineno

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

    def _bindings(self, names, node, statements, is_needed=True):
        """Statements of the text that are kept, as their values cannot be written otherwise, and lines that bind the rest.

        Names that are not needed, those of annotations, may be of anything.
        """
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
            try:
                line = self._binding(name, self.variables[name], node)
            except CompileError:
                if is_needed:
                    raise
                line = f"{name} = ..."
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
            imports = f"import numpy as {_NUMPY}\n" if _NUMPY in text else ""
            return f"{imports}{name} = {text}"
        if value is _plain.par:
            return f"from parc import par as {name}"
        if isinstance(value, types.ModuleType):
            return self._binding_of_module(name, value, attributes_of(node, name))
        for library in _LIBRARIES:
            own = getattr(value, "__name__", None)
            for attribute in dict.fromkeys((own if isinstance(own, str) else name, name)):
                if getattr(sys.modules.get(library), attribute, None) is value:
                    return f"from {library} import {attribute} as {name}"
        function = unwrapped(value)
        return self._binding_of_function(name, function) if isinstance(function, types.FunctionType) else None

    def _binding_of_module(self, name, module, attributes):
        if module.__name__.partition(".")[0] in _KNOWN:
            return f"import {module.__name__} as {name}"
        key = (id(module), repr(attributes))
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
        line = self._binding(name, value, ast.Module([], []))
        if line is None and callable(value):
            raise CompileError(f"PAR0420: '{module.__name__}.{name}' is nothing that native functions know")
        return line or f"{name} = ..."

    def _binding_of_function(self, name, function):
        known = self._modules.get(function)
        if known is None:
            _check_helper(name, function)
            known = self._modules[function] = self._new_module()
            text, _ = Namespace(function.__globals__, self).function_text(function, is_root=False)
            self.imports[known] = (function.__code__.co_filename, text)
        return f"from {known} import {function.__code__.co_name} as {name}"

    def _new_module(self):
        return f"{TEXT_MODULE}{len(self._modules)}"


def _check_helper(name, function):
    """Raises CompileError for a function that cannot stand at the top of a text of its own."""
    if function.__code__.co_name == "<lambda>":
        raise CompileError(f"PAR0907: '{name}' is a lambda; write it as a function with `def`")
    *around, definition = find_definition(function, find_text(function))
    is_inner = any(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for each in around)
    if function.__closure__ or is_inner or (around and keep_unindented("", definition) is None):
        raise CompileError(
            f"PAR0908: '{name}' is a function that was defined inside something else; define it at the top, with "
            "what it needs as parameters"
        )


def unwrapped(value):
    """The Python function behind one of parc's; any other value as it is."""
    kind = type(value)
    is_parcs = kind.__name__ in ("JitFunction", "NativeFunction") and kind.__module__.partition(".")[0] == "parc"
    return value.__wrapped__ if is_parcs else value


def literal(value):
    """The value as a constant expression; None when it is none that the compiler takes."""
    kind = type(value)
    if kind is tuple:
        parts = [literal(each) for each in value]
        return None if None in parts else f"({''.join(part + ', ' for part in parts)})"
    if kind is float and not math.isfinite(value):
        return "(1e999 - 1e999)" if math.isnan(value) else "1e999" if value > 0 else "-1e999"
    if kind is complex and (math.copysign(1.0, value.real) < 0 or math.copysign(1.0, value.imag) < 0 or not cmath.isfinite(value)):
        return f"complex({literal(value.real)}, {literal(value.imag)})"
    if kind is int and value.bit_length() > _MOST_BITS:
        return None
    if kind in (*_NUMBERS, str, bytes) or value is None:
        return repr(value)
    if kind.__module__ == "numpy" and getattr(value, "dtype", None) is not None and value.dtype.name in ELEMENTS:
        return f"{_NUMPY}.{kind.__name__}({literal(value.item())})"
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
    """The defaults of a definition with what they are now, and those that cannot be written. Raises CompileError."""
    arguments = definition.args
    values = function.__defaults__ or ()
    named = function.__kwdefaults__ or {}
    pairs = list(zip(arguments.defaults, values))
    pairs += [(node, named[each.arg]) for each, node in zip(arguments.kwonlyargs, arguments.kw_defaults) if node and each.arg in named]
    count = len(arguments.defaults), sum(node is not None for node in arguments.kw_defaults)
    if count != (len(values), len(named)) or any(node.lineno != node.end_lineno for node, _ in pairs):
        raise CompileError(f"PAR0907: the defaults of {function.__qualname__} are not those of its text, or take several lines")
    written = [(node, literal(value)) for node, value in pairs if not (isinstance(node, ast.Constant) and node.value is value)]
    return [each for each in written if each[1] is not None], [node for node, text in written if text is None]


def _holds(statement, node):
    """Whether a node of another tree of the same text lies in the statement."""
    return (statement.lineno, statement.col_offset) <= (node.lineno, node.col_offset) and (
        (node.end_lineno, node.end_col_offset) <= (statement.end_lineno, statement.end_col_offset)
    )
