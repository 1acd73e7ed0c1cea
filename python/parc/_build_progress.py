"""How far a build is: a bar on a terminal, else a line a file."""

import sys


def show_progress(count):
    """A context with `step(name)` to call when a file is done."""
    if count and sys.stderr.isatty():
        try:
            return _Bar(count)
        except ImportError:
            pass
    return _Lines(count)


class _Lines:
    def __init__(self, count):
        self._count = count
        self._done = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def step(self, name):
        self._done += 1
        print(f"parc: [{self._done}/{self._count}] {name}", file=sys.stderr, flush=True)


class _Bar:
    def __init__(self, count):
        from rich.console import Console  # type: ignore
        from rich.progress import Progress  # type: ignore

        self._progress = Progress(console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("parc", total=count)

    def __enter__(self):
        self._progress.__enter__()
        return self

    def __exit__(self, *raised):
        return self._progress.__exit__(*raised)

    def step(self, name):
        self._progress.update(self._task, advance=1, description=f"parc: {name}")
