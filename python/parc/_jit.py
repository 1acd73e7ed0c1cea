"""`parc.jit`: functions that are compiled at their first call, for the types of the arguments."""

import concurrent.futures
import difflib
import functools
import inspect
import os
import pickle
import types
from collections.abc import Callable
from typing import Generic, Literal, ParamSpec, TypeVar, overload

from parc._alignment import call_with_copies, has_unaligned
from parc._describe import UnsupportedType, describe, settled, type_key
from parc._errors import RecompileWarning, warn_user
from parc._kernel import Kernel, building, is_disabled, load_cached
from parc._plain import OPTIONS, check_option
from parc._source import FunctionSource, named_function, restore_function

COMPILER_OPTIONS = {"cpu": "native", "cache": True, "force": False}
_MANY_VERSIONS = 8


_P = ParamSpec("_P")
_R = TypeVar("_R")


@overload
def jit(function: Callable[_P, _R], /) -> "JitFunction[_P, _R]": ...


@overload
def jit(
    function: None = None,
    /,
    *,
    schedule: Literal["static", "dynamic", "guided"] = ...,
    chunk: int = ...,
    threads: int = ...,
    check: Literal["prove", "trust"] = ...,
    reduce: Literal["exact", "fast"] = ...,
    progress: bool = ...,
    cpu: str = "native",
    cache: bool = True,
    force: bool = False,
) -> "Callable[[Callable[_P, _R]], JitFunction[_P, _R]]": ...


def jit(function=None, /, **options):
    """Compiles a function at its first call with each list of argument types.

    `@parc.jit` or `@parc.jit(threads=4, cpu="x86-64-v3")`. Options: those of `par` (`schedule=`, `chunk=`, `threads=`,
    `check=`, `reduce=`, `progress=`), for all par loops of the function that do not say otherwise, and `cpu=` (the CPU to
    compile for), `cache=False` (compile in memory), `force=True` (compile what the cache has already).

    A parameter with an annotation has that type, as in a compiled module; the others have the types of the
    arguments. In a compiled module, a function whose parameters all have one is native from the start. What cannot be compiled raises parc.CompileError; nothing is run as Python instead.
    """
    loops = {name: value for name, value in options.items() if name not in COMPILER_OPTIONS}
    for name, value in options.items():
        _check_option(name, value)
    compiler = {name: options.get(name, default) for name, default in COMPILER_OPTIONS.items()}
    if function is None:
        return functools.partial(JitFunction, loops=loops, options=compiler)
    return JitFunction(function, loops, compiler)


def _check_option(name, value):
    if name == "cpu" and not isinstance(value, str):
        raise TypeError(f"jit() option cpu= must be a str, not {type(value).__name__}")
    if name in ("cache", "force") and not isinstance(value, bool):
        raise TypeError(f"jit() option {name}= must be True or False, not {type(value).__name__}")
    if name in COMPILER_OPTIONS:
        return
    if name not in OPTIONS:
        known = [*OPTIONS, *COMPILER_OPTIONS]
        near = difflib.get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}=?" if near else f"it takes {', '.join(known)}"
        raise TypeError(f"jit() got an unexpected option {name!r}; {hint}")
    check_option(name, value)


class JitFunction(Generic[_P, _R]):
    """What `parc.jit` makes of a function: called like it, native for every list of argument types."""

    __wrapped__: Callable[_P, _R]

    def __init__(self, function, loops, options):
        self._ahead = function if hasattr(function, "__parc_native__") else None  # compiled with its file
        function = function.__wrapped__ if self._ahead or isinstance(function, JitFunction) else function
        _check_function(function)
        functools.update_wrapper(self, function)
        self.__wrapped__ = function
        self._is_disabled = is_disabled()
        self._loops = loops
        self._options = options
        self._versions = {}  # type keys -> _Version
        self._kernels = {}  # descriptors -> _Version
        self._source = None
        self._has_warned = False
        self._changes = 0  # versions that were replaced, as a name was bound to something else
        self._cached_keys = {}  # descriptors -> (key of the cache, files, what they were made of), from a pickle
        self._signature = inspect.signature(function)
        self._defaults = function.__defaults__
        self._count = len(self._signature.parameters)

    def __call__(self, *arguments: _P.args, **keywords: _P.kwargs) -> _R:
        if self._is_disabled:
            return self.__wrapped__(*arguments, **keywords)
        values = arguments
        if keywords or len(arguments) != self._count:
            values = self._bind(arguments, keywords)
        native = self._ahead or self._native_for(values)
        try:
            return native(*arguments, **keywords)
        except ValueError:
            if not has_unaligned(values):
                raise
        return call_with_copies(native, arguments, keywords)

    def _native_for(self, values):
        version = self._versions.get(tuple(map(type_key, values)))
        if version is None or version.is_outdated():
            version = self._new_version(values)
        return version.native

    def _bind(self, arguments, keywords):
        """The values of all parameters."""
        missing = self._count - len(arguments)
        defaults = self.__wrapped__.__defaults__ or ()
        if not keywords and not self.__wrapped__.__kwdefaults__ and 0 < missing <= len(defaults):
            return arguments + defaults[-missing:]
        try:
            bound = self._live_signature().bind(*arguments, **keywords)
        except TypeError:
            self.__wrapped__(*arguments, **keywords)  # says it in Python's words
            raise
        bound.apply_defaults()
        return tuple(bound.arguments.values())

    def _live_signature(self):
        """The signature with the defaults as they are now."""
        function = self.__wrapped__
        if function.__kwdefaults__ or function.__defaults__ is not self._defaults:
            self._defaults = function.__defaults__
            self._signature = inspect.signature(function)
        return self._signature

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __repr__(self):
        return f"<parc.jit {self.__module__}.{self.__qualname__}>"

    def submit(self, *arguments: _P.args, **keywords: _P.kwargs) -> concurrent.futures.Future[_R]:
        """Calls the function in another thread, without the GIL; returns a concurrent.futures.Future.

        Calls are run one after the other: each has all threads of its loops. `asyncio.wrap_future` makes the
        result awaitable.
        """
        return _lane().submit(self, *arguments, **keywords)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def kernels(self):
        """What was compiled for it in this process, in order."""
        return [version.kernel for version in self._versions_made() if version.kernel is not None]

    def _versions_made(self):
        """The versions, those that came out the same once: annotations may say the types of several lists."""
        return list({version.native.__parc_native__[0]: version for version in self._kernels.values()}.values())

    @property
    def signatures(self) -> list[str]:
        """The native signatures so far, in the order in which they were compiled."""
        if self._ahead:
            return list(self._ahead.__parc_native__)
        return [version.native.__parc_native__[0] for version in self._versions_made()]

    def report(self, signature: int = -1):
        """The compiler's report on the version at this place of `signatures`."""
        return self._kernel(signature, "report").report

    def inspect_ir(self, signature: int = -1) -> str:
        """The IR of the version at this place of `signatures`, as text."""
        return self._emit("ir", signature)

    def inspect_cpp(self, signature: int = -1) -> str:
        """The C++ of the version at this place of `signatures`."""
        return self._emit("cpp", signature)

    def _emit(self, stage, signature):
        from parc import _compiler

        text, _ = _compiler.emit_kernel(self._kernel(signature, "inspect").request, stage, cpu=self._options["cpu"])
        return text

    def _kernel(self, signature, what):
        if self._ahead:
            raise ValueError(f"{self.__qualname__} was compiled with its file: see `parc check` and `parc emit`")
        versions = self._versions_made()
        if not versions:
            raise ValueError(f"{self.__qualname__} was not called yet: there is nothing to {what}")
        version = versions[signature]
        if version.kernel is None:  # loaded from the cache, without the compiler's work
            version.kernel = self._compile(version.descriptors)
        return version.kernel

    def _new_version(self, values):
        with building:
            names = self._signature.parameters
            descriptors = settled(tuple(map(self._describe, names, values)), self._kernels)
            version = self._kernels.get(descriptors)
            if version is None or version.is_outdated():
                version = self._cached_version(descriptors) or self._compiled_version(descriptors)
                self._changes += descriptors in self._kernels
                self._kernels[descriptors] = version
                self._warn_of_many()
            self._versions[tuple(map(type_key, values))] = version
        return version

    def _describe(self, name, value):
        try:
            return describe(value)
        except UnsupportedType as error:
            raise UnsupportedType(f"{self.__qualname__}: '{name}' is {error.what}") from None

    def _cached_version(self, descriptors):
        key, files, stamp = self._cached_keys.pop(descriptors, (None, None, None))
        if key is None:
            return None
        source = FunctionSource(self.__wrapped__)
        native = load_cached(key, self.__wrapped__, files) if source.stamp(files) == stamp else None
        return _Version(native, None, source, descriptors, key, files) if native else None

    def _compiled_version(self, descriptors):
        kernel = self._compile(descriptors)
        return _Version(kernel.native, kernel, self._source, descriptors, kernel.key, kernel.files)

    def _compile(self, descriptors):
        self._source = FunctionSource(self.__wrapped__)
        request = self._source.request(descriptors, self._loops)
        return Kernel(request, self.__wrapped__, self._options, self._source.path, self._source.texts)

    def _warn_of_many(self):
        made = len(self._versions_made()) + self._changes
        if made > _MANY_VERSIONS and not self._has_warned:
            self._has_warned = True
            warn_user(
                f"{self.__qualname__} was compiled {made} times, for types of arguments or values of globals; annotate its "
                "parameters, call it with arguments of fewer types, or pass what changes as a parameter",
                RecompileWarning,
            )

    def __reduce__(self):
        versions = {types: version for types, version in self._kernels.items() if version.key and not version.is_outdated()}
        keys = {types: (version.key, version.files, version.stamp) for types, version in versions.items()}
        function = self.__wrapped__
        is_main = function.__module__ == "__main__"
        if "<locals>" in function.__qualname__:
            raise pickle.PicklingError(f"{function.__qualname__} cannot be pickled: it was made inside another function")
        if not is_main and named_function(function.__module__, function.__qualname__) is not self:
            raise pickle.PicklingError(f"{function.__qualname__} cannot be pickled: its name leads to something else")
        source = FunctionSource(function).pickled() if is_main else None
        return _restore, (function.__module__, function.__qualname__, source, self._loops, self._options, keys)


class _Version:
    """A native function, and the source that it was made of, parts of which have to stay as they were."""

    def __init__(self, native, kernel, source, descriptors, key, files):
        self.native = native
        self.kernel = kernel
        self.descriptors = descriptors
        self.key = key
        self.files = files
        self.stamp = source.stamp(files)
        self._guards = source.guards

    def is_outdated(self):
        return not self._guards.hold()


def _check_function(function):
    if isinstance(function, JitFunction) or not isinstance(function, types.FunctionType):
        raise TypeError(f"parc.jit takes a function, not {type(function).__name__}")
    if function.__name__ == "<lambda>":
        raise TypeError("parc.jit takes a function made by def, not a lambda")
    if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"parc.jit takes a plain function; {function.__qualname__} is async or a generator")


def _restore(module, qualname, source, loops, options, keys):
    """Unpickles: the function of that name, or one made from its source where the name leads nowhere."""
    function = restore_function(module, qualname, source)
    if not isinstance(function, JitFunction):
        function = JitFunction(function, loops, options)
    function._cached_keys.update(keys)
    return function


_executors: list[concurrent.futures.Executor] = []
os.register_at_fork(after_in_child=_executors.clear)  # its thread is the parent's


def _lane():
    """The executor of all submitted calls."""
    if not _executors:
        _executors.append(concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="parc"))
    return _executors[0]
