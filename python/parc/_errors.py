"""What goes wrong when a program asks for native code while it runs."""

import sys
import warnings


class CompileError(Exception):
    """Code that cannot be compiled. `report` has the messages with their places; it may be None."""

    __module__ = "parc"

    def __init__(self, message, report=None):
        super().__init__(message)
        self.report = report

    @classmethod
    def of(cls, report):
        errors = [each for each in report.diagnostics if each.severity == "error"]
        count = f"{len(errors)} errors" if len(errors) > 1 else "1 error"
        return cls(f"{count}\n\n{report.text().rstrip()}", report)

    def _render_traceback_(self):
        """What a notebook shows: the messages, in colour, instead of a traceback through parc."""
        if self.report is None:
            return [f"\x1b[31m{type(self).__name__}\x1b[0m: {self}"]
        return [f"\x1b[31m{type(self).__name__}\x1b[0m", *self.report.text(color=True).rstrip().split("\n")]


class CompileWarning(UserWarning):
    """A message of the compiler about code that it has compiled."""

    __module__ = "parc"


class RecompileWarning(RuntimeWarning):
    """A function was compiled for many types of arguments."""

    __module__ = "parc"


_CACHE_CODES = ("PAR0806", "PAR0807")
_told: set[str] = set()
_registries: dict[str, dict] = {}  # by file: what the user's filters have let through


def warn_user(message, category):
    """Warns at the place outside of this package that the call came from."""
    level = 2
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "parc":
        frame = frame.f_back
        level += 1
    warnings.warn(message, category, stacklevel=level)


def issue_warnings(report):
    """Issues what the report warns of. A folder that cannot be used is told once a process."""
    for diagnostic in report.diagnostics:
        if diagnostic.severity != "warning":
            continue
        text = f"{diagnostic.code}: {diagnostic.message}"
        if diagnostic.code in _CACHE_CODES:
            if text in _told:
                continue
            _told.add(text)
            warn_user(text, CompileWarning)
        else:
            _warn_at(diagnostic, text)


def _warn_at(diagnostic, text):
    registry = _registries.setdefault(diagnostic.file, {})
    warnings.warn_explicit(text, CompileWarning, diagnostic.file, diagnostic.line, registry=registry)
