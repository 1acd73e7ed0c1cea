"""The import hook: modules with par loops are compiled when they are imported.

    import parc.importer
    parc.importer.install("mypkg")

compiles the modules of the package `mypkg` at their import and keeps them in the cache. Files with the statement
form become importable. PARC_DISABLE=1 makes everything plain Python.
"""

import functools
import importlib.abc
import importlib.machinery
import importlib.util
import sys

from parc import _compiler
from parc._errors import issue_warnings
from parc._kernel import is_disabled, load_built
from parc._look import may_have_par


def install(*packages, cpu="native", cache=True, force=False):
    """Compiles the modules of these packages (or single modules) when they are imported from now on.

    Modules that were imported before stay as they are.
    """
    if not packages:
        raise TypeError("install() needs the name of a package or module")
    for name in packages:
        if not isinstance(name, str) or not all(part.isidentifier() for part in name.split(".")):
            raise ValueError(f"{name!r} is not the name of a package")
    sys.meta_path.insert(0, _Finder(packages, {"cpu": cpu, "cache": cache, "force": force}))


def uninstall(*packages):
    """Ends what install() began for these packages; without a name, for all."""
    for finder in [each for each in sys.meta_path if isinstance(each, _Finder)]:
        finder.packages -= set(packages or finder.packages)
        if not finder.packages:
            sys.meta_path.remove(finder)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, packages, options):
        self.packages = set(packages)
        self._options = options

    def find_spec(self, name, path=None, target=None):
        if not any(name == package or name.startswith(package + ".") for package in self.packages):
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            return None
        if not may_have_par(spec.origin):
            return None
        spec.loader = PythonLoader(name, spec.origin) if is_disabled() else NativeLoader(name, spec.origin, self._options)
        return spec


class PythonLoader(importlib.machinery.SourceFileLoader):
    """Loads a file as plain Python, also one with the statement form."""

    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data, path, *, _optimize=-1):
        text = importlib.util.decode_source(data)
        return super().source_to_code(_compiler.mask(text)[0], path, _optimize=_optimize)


class NativeLoader(importlib.machinery.SourceFileLoader):
    """Loads a file as the extension module that the compiler makes of it; without par loops, as Python."""

    def __init__(self, name, path, options):
        super().__init__(name, path)
        self._is_native = None
        self._options = options | {"output": f"{name}.so"} if name in ("__main__", "__mp_main__") else options

    def create_module(self, spec):
        """The module object; None for Python to make one."""
        build = functools.partial(_compiler.build_module, self.path, **self._options)
        built, module = load_built(build, lambda built: _extension(spec, built.path) if built.path else None)
        issue_warnings(built.report)
        self._is_native = bool(built.path)
        return module

    def exec_module(self, module):
        if self._is_native is None:  # a reload
            self._reload(module)
        elif self._is_native:
            importlib.machinery.ExtensionFileLoader.exec_module(self, module)
        else:
            PythonLoader(self.name, self.path).exec_module(module)

    def _reload(self, module):
        """Runs the module anew, with new native code where the file was edited."""
        fresh = self.create_module(module.__spec__)
        if fresh is None:
            PythonLoader(self.name, self.path).exec_module(module)
            return
        fresh.__spec__, fresh.__file__ = module.__spec__, module.__file__
        importlib.machinery.ExtensionFileLoader.exec_module(self, fresh)
        vars(module).update(vars(fresh))


def _extension(spec, path):
    """The module object of an extension in a file that is not where the spec says."""
    _compiler.load_openmp()
    loader = importlib.machinery.ExtensionFileLoader(spec.name, path)
    own = importlib.machinery.ModuleSpec(spec.name, loader, origin=path)
    return loader.create_module(own)
