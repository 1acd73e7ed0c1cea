"""The source text of a live function, and of what it uses from the namespace that it lives in."""

import ast
import hashlib
import importlib
import linecache
import os
import pathlib
import sys
import types

from parc import _compiler
from parc._errors import CompileError
from parc._namespace import TEXT_MODULE, Namespace
from parc._text import bodies_of, future_flags, shown_imports, shown_path


class FunctionSource:
    """The text that a function was defined in, of which nothing but the definition is left, and what it uses.

    That is bound to what it is in the function's live globals, in files and in notebooks; `guards` tell whether these
    are still the same.
    """

    def __init__(self, function):
        if function.__closure__:
            names = ", ".join(f"'{name}'" for name in function.__code__.co_freevars)
            raise CompileError(
                f"PAR0908: {function.__qualname__} uses {names} of the function around it; pass that as a parameter"
            )
        self.function = function
        self.path = function.__code__.co_filename
        namespace = Namespace(function.__globals__)
        self.text, self._line = namespace.function_text(function)
        self.imports = namespace.imports
        self.texts = namespace.texts
        self.guards = namespace.guards

    def request(self, descriptors, loops):
        return _compiler.KernelRequest(
            source=(shown_path(self.path), self.text),
            shown=self.texts[self.path],
            imports=shown_imports(self.imports),
            function=self.function.__code__.co_name,
            line=self._line,
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
        """What another process needs to make the function anew: path, text, modules, whole texts and name."""
        return self.path, self.text, self.imports, self.texts, self.function.__code__.co_name


def named_function(module, qualname):
    """What the name leads to in a module that is loaded; None when it leads nowhere."""
    found = sys.modules.get(module)
    for name in qualname.split("."):
        found = getattr(found, name, None)
    return found


def restore_function(module, qualname, source):
    """The function of that name in that module; where there is none, one made from its pickled source."""
    if source is None:
        importlib.import_module(module)
    found = named_function(module, qualname)
    if found is not None or source is None:
        return found
    return _define(*source)


def _define(path, text, imports, texts, name):
    """Runs the definitions of the text and of the modules that it uses; gives the function of that name."""
    for each, whole in texts.items():
        linecache.cache[each] = (len(whole), None, whole.splitlines(keepends=True), each)
    modules = {module: {"__name__": "__main__"} for module in imports}
    uses = [_run_definitions(*imports[module], texts, modules[module]) for module in imports]
    namespace = {"__name__": "__main__"}
    uses.append(_run_definitions(path, text, texts, namespace))
    for scope, statements in zip([*modules.values(), namespace], uses, strict=True):
        for statement in statements:
            _bind(scope, statement, modules)
    return namespace[name]


def _run_definitions(path, text, texts, namespace):
    """Runs all but the imports of modules in memory, which are given back.

    What was bound behind the end of the file's text goes first, then what was kept of it, then functions, also those
    below `if`.
    """
    whole = texts.get(path, "")
    end = whole.count("\n") + 1
    tree = ast.parse(_compiler.mask(text)[0], path)
    uses = [node for node in tree.body if _names_memory(node)]
    tree.body = [each for node in tree.body if node not in uses for each in _definitions(node)]
    tree.body.sort(key=lambda node: 2 if isinstance(node, ast.FunctionDef) else 1 if node.lineno <= end else 0)
    exec(compile(tree, path, "exec", flags=future_flags(whole), dont_inherit=True), namespace)
    return uses


def _definitions(node):
    inner = [each for body in bodies_of(node) for each in body]
    return [node] if isinstance(node, ast.FunctionDef) or not inner else [found for each in inner for found in _definitions(each)]


def _names_memory(node):
    if isinstance(node, ast.ImportFrom):
        return node.module.startswith(TEXT_MODULE)
    return isinstance(node, ast.Import) and node.names[0].name.startswith(TEXT_MODULE)


def _bind(scope, statement, modules):
    alias = statement.names[0]
    if isinstance(statement, ast.ImportFrom):
        scope[alias.asname] = modules[statement.module][alias.name]
    else:
        module = scope[alias.asname] = types.ModuleType(alias.name)
        vars(module).update(modules[alias.name])
