"""The source text of a live function, and of what it uses from the namespace that it lives in."""

import ast
import hashlib
import importlib.machinery
import inspect
import linecache
import os
import pathlib
import sys
import types

from parc import _compiler
from parc._errors import CompileError
from parc._namespace import TEXT_MODULE, Namespace


class FunctionSource:
    """The text that a function was defined in.

    A function of a file is compiled with its file. One of a notebook cell, whose text does not bind all that it
    uses, gets the rest from its live globals; `guards` then tell whether these are still the same.
    """

    def __init__(self, function):
        self.function = function
        self.path = function.__code__.co_filename
        self.text = _find_text(function)
        self._shown = self.text
        self.imports = {}
        self.guards = ()
        _check_closure(function)
        _check_text(function, self.text)
        if not _is_module_file(function):
            namespace = Namespace(function.__globals__)
            self.text = namespace.completed(self.text, self.path, [function.__name__])
            self.imports = namespace.imports
            self.guards = tuple(namespace.guards)

    def request(self, descriptors, loops):
        return _compiler.KernelRequest(
            source=(shown_path(self.path), self.text),
            shown=self._shown,
            imports=self.imports,
            function=self.function.__name__,
            line=self.function.__code__.co_firstlineno,
            types=list(descriptors),
            loops=loops,
        )

    def stamp(self, files):
        """What a version with these files (the first is the function's own) was made of, as a short text."""
        content = hashlib.sha256(repr((self.text, sorted(self.imports.items()))).encode())
        for path in files[1:]:
            content.update(pathlib.Path(path).read_bytes() if os.path.exists(path) else b"")
        return content.hexdigest()

    def pickled(self):
        """What another process needs to make the function anew: path, text, modules and name."""
        return self.path, self.text, self.imports, self.function.__name__


def shown_path(path):
    """What messages call the file of a code object: of a notebook's cell, "Cell In[3]"."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    name = shell and shell.compile.format_code_name(path)
    return " ".join(name) if name else path


def _find_text(function):
    try:
        lines, _ = inspect.findsource(function)
    except (OSError, TypeError) as error:
        raise CompileError(
            f"PAR0907: the source of {function.__qualname__} is not to be found ({error}); define it in a file or in a "
            "notebook cell"
        ) from None
    return "".join(lines)


def _check_closure(function):
    if function.__closure__:
        names = ", ".join(f"'{name}'" for name in function.__code__.co_freevars)
        raise CompileError(
            f"PAR0908: {function.__qualname__} uses {names} of the function around it; pass that as a parameter"
        )


def _check_text(function, text):
    """Raises when the text is not, any more, the one that the function was made from.

    All of it is compiled: from CPython 3.12 on, the code of a call depends on whether a module was imported above.
    """
    code = function.__code__
    masked, _ = _compiler.mask(text)
    try:
        whole = compile(masked, "text", "exec", dont_inherit=True, flags=code.co_flags & _FUTURE_FLAGS)
    except SyntaxError:
        found = None
    else:
        here = (each for each in _functions_in(whole, code.co_name) if each.co_firstlineno == code.co_firstlineno)
        found = next(here, None)
    if found is None or _essence(found) != _essence(code):
        raise CompileError(
            f"PAR0907: {code.co_filename} was edited after {function.__qualname__} was defined; import it again"
        )


_FUTURE_FLAGS = 0x1000000  # from __future__ import annotations


def _functions_in(code, name):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            if constant.co_name == name:
                yield constant
            yield from _functions_in(constant, name)


def _essence(code):
    constants = [repr(each) for each in code.co_consts if not isinstance(each, types.CodeType)]
    return code.co_code, code.co_names, code.co_varnames, constants


def _is_module_file(function):
    """Whether the function's globals are those of the file that it stands in, as it is or compiled."""
    namespace = function.__globals__
    if isinstance(getattr(namespace.get("__spec__"), "loader", None), importlib.machinery.ExtensionFileLoader):
        return True
    return namespace.get("__file__") == function.__code__.co_filename and "__name__" in namespace


def restore_function(module, qualname, source):
    """The function of that name in that module; where there is none, one made from its pickled source."""
    if source is None:
        importlib.import_module(module)
    found = sys.modules.get(module)
    for name in qualname.split("."):
        found = getattr(found, name, None)
    if found is not None or source is None:
        return found
    return _define(*source)


def _define(path, text, imports, name):
    """Runs the definitions of the text alone; gives the function of that name."""
    for module, (module_path, module_text) in imports.items():
        if module.startswith(TEXT_MODULE) and module not in sys.modules:
            sys.modules[module] = types.ModuleType(module)
            _run_definitions(module_path, module_text, sys.modules[module].__dict__)
    namespace = {"__name__": "__main__"}
    _run_definitions(path, text, namespace)
    function = namespace[name]
    return getattr(function, "__wrapped__", function)


def _run_definitions(path, text, namespace):
    linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)
    masked, _ = _compiler.mask(text)
    tree = ast.parse(masked, path)
    tree.body = sorted(filter(_is_definition, tree.body), key=_is_made_of_others)
    exec(compile(tree, path, "exec", dont_inherit=True), namespace)


def _is_made_of_others(node):
    """Whether a definition uses others when it is run: decorators and defaults, which may be bound below it."""
    return isinstance(node, ast.FunctionDef | ast.ClassDef)


def _is_definition(node):
    """Whether a statement only names something: running it again elsewhere does nothing else."""
    if isinstance(node, ast.Assign | ast.AnnAssign):
        return isinstance(node.value, ast.Constant | ast.UnaryOp | ast.Tuple)
    return isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef)
