"""Kernels: native modules for one function and one list of types, built and loaded while a program runs."""

import importlib.machinery
import importlib.util
import os
import threading
import types

from parc import _compiler
from parc._errors import CompileError, issue_warnings

_NAME = "kernel"
_lock = threading.Lock()
_modules: dict[str, types.ModuleType] = {}  # by key


def is_disabled():
    """Whether everything is to be plain Python: PARC_DISABLE=1."""
    return os.environ.get("PARC_DISABLE") == "1"


def load(path, name=_NAME):
    """The extension module in a file of any name."""
    _compiler.load_openmp()
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_file_location(name, path, loader=loader))
    loader.exec_module(module)
    return module


class Kernel:
    """A native function that stands for a Python function.

    `request` is a _compiler.KernelRequest, `function` has the parameters that it speaks of, `options` are those of
    the compiler (`cpu`, `cache`, `force`, `explain`); tracebacks call the request's text `path`. Raises CompileError.
    """

    def __init__(self, request, function, options, path):
        self.request = request
        built = _compiler.build_kernel(request, **options)
        if not built.path:
            raise CompileError.of(built.report)
        issue_warnings(built.report, stacklevel=4)
        self.key = built.key
        self.report = built.report
        self.was_cached = built.was_cached
        self.files = [path, *built.report.files[1:]]
        self.native = _module_of(built, request, options).bind(function, self.files)


def _module_of(built, request, options):
    with _lock:
        module = _modules.get(built.key)
        if module is None or options.get("force"):
            module = _modules[built.key] = _load_built(built, request, options)
    return module


def _load_built(built, request, options):
    try:
        return load(built.path)
    except ImportError:
        if os.path.exists(built.path):
            raise
    # Another process has cleared the cache since.
    return load(_compiler.build_kernel(request, **options).path)


def load_cached(key, function, files):
    """The native function of a kernel that is in the cache, without compiling; None when it is not there."""
    with _lock:
        module = _modules.get(key)
        if module is None:
            path = _compiler.find_cached(key)
            if path is None:
                return None
            module = _modules[key] = load(path)
    return module.bind(function, files)
