"""What goes wrong when a program asks for native code while it runs."""

import sys
import warnings


class CompileError(Exception):
    """Code that cannot be compiled. `report` has the messages with their places; it may be None."""

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


class RecompileWarning(RuntimeWarning):
    """A function was compiled for many types of arguments."""


_CACHE_CODES = ("PAR0806", "PAR0807")
_told: set[str] = set()


def issue_warnings(report, stacklevel=2):
    """Issues what the report warns of. A folder that cannot be used is told once a process."""
    for diagnostic in report.diagnostics:
        if diagnostic.severity != "warning":
            continue
        text = f"{diagnostic.code}: {diagnostic.message}"
        if diagnostic.code in _CACHE_CODES:
            if text in _told:
                continue
            _told.add(text)
            warnings.warn(text, CompileWarning, stacklevel=stacklevel + 1)
        else:
            _warn_at(diagnostic, text)


def _warn_at(diagnostic, text):
    registry = sys.modules[__name__].__dict__.setdefault("__warningregistry__", {})
    warnings.warn_explicit(text, CompileWarning, diagnostic.file, diagnostic.line, registry=registry)
