"""What `parc` means in plain Python: `par`, the names of types in annotations, and the warning.

This file stands alone: compiled modules carry its text and use it where the package is not installed.
"""

import os
import sys
import time


class SerialWarning(RuntimeWarning):
    """A par loop ran in serial order, because a check at the call asked for it."""


_CHOICES = {
    "schedule": ("static", "dynamic", "guided"),
    "check": ("prove", "trust"),
    "reduce": ("exact", "fast"),
}
_COUNTS = ("chunk", "threads")
_SWITCHES = ("progress",)
_MOST = 2**31 - 1
OPTIONS = (*_CHOICES, *_COUNTS, *_SWITCHES)


def check_option(name, value):
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise ValueError(f"par() option {name}= must be one of {', '.join(map(repr, _CHOICES[name]))}, not {value!r}")
    elif name in _COUNTS:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"par() option {name}= must be an int, not {type(value).__name__}")
        if value < 1:
            raise ValueError(f"par() option {name}= must be at least 1, not {value}")
        if value > _MOST:
            raise ValueError(f"par() option {name}= must be at most {_MOST}, not {value}")
    elif name in _SWITCHES:
        if not isinstance(value, bool):
            raise TypeError(f"par() option {name}= must be True or False, not {type(value).__name__}")
    else:
        raise TypeError(f"par() got an unexpected option {name!r}; it takes {', '.join(OPTIONS)}")


_WIDTH = 30  # of a bar on a terminal


class _Progress:
    """The bar of a loop of `total` iterations (None: not known): on a terminal, in a notebook, or a line in a log."""

    def __init__(self, total, function, file, line):
        self._total = total
        shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
        cell = shell and shell.compile.format_code_name(file)  # ("Cell", "In[3]")
        self._label = f"{function} ({' '.join(cell) if cell else os.path.basename(file)}:{line})"
        self._start = time.monotonic()
        self._full = "█" if "utf" in (getattr(sys.stderr, "encoding", None) or "").lower() else "#"
        self._cell = self._display() if hasattr(shell, "kernel") else None
        self._is_terminal = not self._cell and sys.stderr is not None and sys.stderr.isatty()
        self.show(0)

    def show(self, done):
        if self._cell:
            self._cell.update(self._page(done), raw=True)
        elif self._is_terminal:
            self._print("\r\x1b[K" + self._text(done), "")

    def close(self, done):
        if self._cell or self._is_terminal:
            self.show(done)
        if not self._cell and sys.stderr is not None:
            self._print("" if self._is_terminal else self._text(done), "\n")

    @staticmethod
    def _print(text, end):
        print(text, end=end, file=sys.stderr, flush=True)

    def _display(self):
        """The output of the notebook's cell that the bar is shown in."""
        from IPython.display import display

        return display(self._page(0), raw=True, display_id=True)

    def _text(self, done):
        seconds = time.monotonic() - self._start
        speed = done / seconds if seconds > 0 else 0.0
        rate = f"{speed:,.0f}/s" if speed >= 100 else f"{speed:.2f}/s"
        if self._total is None:
            return f"{self._label}: {done} [{_clock(seconds)}, {rate}]"
        share = done / self._total if self._total else 1.0
        bar = self._full * int(_WIDTH * share)
        left = _clock(seconds * (self._total - done) / done) if done else "?"
        numbers = f"{done}/{self._total} [{_clock(seconds)}<{left}, {rate}]"
        return f"{self._label}: {int(100 * share):3d}%|{bar:{_WIDTH}}| {numbers}"

    def _page(self, done):
        from html import escape

        text = self._text(done)
        label, _, numbers = text.partition(": ")
        numbers = numbers.rpartition("| ")[2]
        bar = f'<progress value="{done}" max="{self._total}"></progress> ' if self._total else ""
        return {"text/plain": text, "text/html": f"<div>{escape(label)} {bar}{escape(numbers)}</div>"}


def _clock(seconds):
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def _shown(items, frame):
    """The items, with a bar that a look at the clock after each of them moves on."""
    total = len(items) if hasattr(items, "__len__") else None
    return _shown_items(iter(items), _Progress(total, frame.f_code.co_name, frame.f_code.co_filename, frame.f_lineno))


def _shown_items(items, bar):
    done = 0
    shown = time.monotonic()
    try:
        for item in items:
            yield item
            done += 1
            if time.monotonic() > shown + _SHOW_EVERY:
                shown = time.monotonic()
                bar.show(done)
    finally:
        bar.close(done)


_SHOW_EVERY = 0.1  # s


class _Par:
    """Marks a loop whose iterations may run at the same time.

    `for i in par(range(n)):` is a parallel loop where the module is compiled by parc; in plain Python
    `par(xs)` yields the items of `xs` in order. Options: `schedule=` "static", "dynamic" or "guided",
    `chunk=` iterations handed out at once, `threads=` at most so many, `check=` "prove" or "trust",
    `reduce=` "exact" or "fast", `progress=True` shows a progress bar.

    `x = par.reduction(identity, combine)` declares that `x = combine(x, item)` in a par loop may be computed
    in parts: `combine(identity, x)` and `combine(x, identity)` are x, and `combine` is associative.

    `with par:` is a block whose statements may run at the same time; in plain Python they run in order.
    """

    __slots__ = ()

    def __call__(self, items, /, **options):
        for name, value in options.items():
            check_option(name, value)
        return _shown(items, sys._getframe(1)) if options.get("progress") else iter(items)

    def reduction(self, identity, combine):
        """The identity, with which a variable starts that a par loop updates by `x = combine(x, item)`."""
        if not callable(combine):
            raise TypeError(f"par.reduction() combines by a function, not by {type(combine).__name__}")
        return identity

    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return None

    def __repr__(self):
        return "<parc.par>"

    def __reduce__(self):
        return "par"


par = _Par()


def jit(function=None, /, **options):
    """`parc.jit` where the package is not installed: native functions stay so, others run as Python, with a warning."""
    if function is None:
        return jit
    if hasattr(function, "__parc_native__"):
        return function

    import functools
    import warnings

    @functools.wraps(function)
    def run(*arguments, **keywords):
        if os.environ.get("PARC_DISABLE") != "1":
            name = function.__qualname__
            message = f"{name}() ran as Python: it is compiled at its first call, and parc, which does that, is not installed"
            warnings.warn(message, SerialWarning, stacklevel=2)
        return function(*arguments, **keywords)

    return run


class _TypeName(type):
    """Names of native types: `f64` is a scalar, `f64[:, :]` an array of it with two axes."""

    def __getitem__(cls, axes):
        axes = axes if isinstance(axes, tuple) else (axes,)
        if not all(isinstance(axis, slice) and axis == slice(None) for axis in axes):
            raise TypeError(f"write {cls.__name__}[:] or {cls.__name__}[:, :], one colon for each axis")
        return _ArrayName(cls, len(axes))

    def __repr__(cls):
        return f"parc.{cls.__name__}"


class _ArrayName:
    """An array type in an annotation: what `f64[:, :]` gives."""

    __slots__ = ("element", "ndim")

    def __init__(self, element, ndim):
        self.element = element
        self.ndim = ndim

    def __repr__(self):
        return f"parc.{self.element.__name__}[{', '.join(':' * self.ndim)}]"

    def __eq__(self, other):
        return isinstance(other, _ArrayName) and (self.element, self.ndim) == (other.element, other.ndim)

    def __hash__(self):
        return hash((self.element, self.ndim))


class bool_(metaclass=_TypeName):
    """The type `np.bool`; `bool_[:]` is an array of it."""


class i8(metaclass=_TypeName):
    """The type `np.int8`; `i8[:]` is an array of it."""


class i16(metaclass=_TypeName):
    """The type `np.int16`; `i16[:]` is an array of it."""


class i32(metaclass=_TypeName):
    """The type `np.int32`; `i32[:]` is an array of it."""


class i64(metaclass=_TypeName):
    """The type `np.int64`; `i64[:]` is an array of it."""


class u8(metaclass=_TypeName):
    """The type `np.uint8`; `u8[:]` is an array of it."""


class u16(metaclass=_TypeName):
    """The type `np.uint16`; `u16[:]` is an array of it."""


class u32(metaclass=_TypeName):
    """The type `np.uint32`; `u32[:]` is an array of it."""


class u64(metaclass=_TypeName):
    """The type `np.uint64`; `u64[:]` is an array of it."""


class f32(metaclass=_TypeName):
    """The type `np.float32`; `f32[:]` is an array of it."""


class f64(metaclass=_TypeName):
    """The type `np.float64`; `f64[:]` is an array of it."""


class c64(metaclass=_TypeName):
    """The type `np.complex64`; `c64[:]` is an array of it."""


class c128(metaclass=_TypeName):
    """The type `np.complex128`; `c128[:]` is an array of it."""
