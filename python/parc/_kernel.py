"""Kernels: native modules for one function and one list of types, built and loaded while a program runs."""

import functools
import importlib.machinery
import importlib.util
import os
import threading
import types

from parc import _compiler
from parc._errors import CompileError, issue_warnings
from parc._text import shown_path

_modules: dict[str, types.ModuleType] = {}  # by key

# Held while something is compiled or loaded, and around a fork, so that the child finds nothing half done.
building = threading.RLock()
os.register_at_fork(before=building.acquire, after_in_parent=building.release, after_in_child=building.release)


def is_disabled():
    """Whether everything is to be plain Python: PARC_DISABLE=1."""
    return os.environ.get("PARC_DISABLE") == "1"


def load_built(build, load):
    """What `build()` makes, and what `load` makes of that. Raises CompileError.

    It is built again where another process has cleared the cache before it was loaded.
    """
    with building:
        built = _sound(build())
        try:
            return built, load(built)
        except ImportError:
            if os.path.exists(built.path):
                raise
        built = _sound(build())
        return built, load(built)


def _sound(built):
    if built.report.failed:
        raise CompileError.of(built.report)
    return built


class Kernel:
    """A native function that stands for a Python function.

    `request` is a _compiler.KernelRequest, `function` has the parameters that it speaks of, `options` are those of
    the compiler (`cpu`, `cache`, `force`, `explain`). Tracebacks call the request's text `path`, and others as `paths` do,
    where messages show these by other names. Raises CompileError.
    """

    def __init__(self, request, function, options, path, paths=()):
        self.request = request
        build = functools.partial(_compiler.build_kernel, request, **options)
        built, module = load_built(build, functools.partial(_module_of, force=options.get("force")))
        issue_warnings(built.report)
        self.key = built.key
        self.report = built.report
        self.was_cached = built.was_cached
        real = {shown_path(each): each for each in paths}
        self.files = [path, *(real.get(each, each) for each in built.report.files[1:])]
        self.native = module.bind(function, self.files)


def _module_of(built, force):
    if force or built.key not in _modules:
        _modules[built.key] = _load(built.path)
    return _modules[built.key]


def load_cached(key, function, files):
    """The native function of a kernel that is in the cache, without compiling; None when it cannot be had from there."""
    with building:
        if key not in _modules:
            path = _compiler.find_cached(key)
            try:
                if path is not None:
                    _modules[key] = _load(path)
            except ImportError:  # cleared since, or made on a machine of another kind
                pass
        module = _modules.get(key)
    return module and module.bind(function, files)


def _load(path):
    """The extension module in a file of any name."""
    _compiler.load_openmp()
    loader = importlib.machinery.ExtensionFileLoader("kernel", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_file_location("kernel", path, loader=loader))
    loader.exec_module(module)
    return module
