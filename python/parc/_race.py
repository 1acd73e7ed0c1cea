"""Runs a program with the par loops of its modules recorded. `parc race` starts it; see driver/races.h.

The environment gives PARC_RACE_COMMAND, the command that compiles ("" for this package's own), and PARC_RACE_FOLDER,
where the modules go.
"""

import importlib.machinery
import importlib.util
import os
import pathlib
import subprocess
import sys

from parc._look import may_have_par, source_of


class RecordingFailed(ImportError):
    """A module has errors, which the compiler has told."""


def compile_recorded(source, name):
    """The path of the extension module that records the loops of `source`, for the import name `name`."""
    stem = name.rpartition(".")[2]
    folder = pathlib.Path(os.environ["PARC_RACE_FOLDER"]) / name
    folder.mkdir(exist_ok=True)
    output = folder / (stem + importlib.machinery.EXTENSION_SUFFIXES[0])
    executable = os.environ["PARC_RACE_COMMAND"]
    parc = [executable] if executable else [sys.executable, "-m", "parc"]
    command = [*parc, "compile", "--record", "--quiet", "-o", str(output), str(source)]
    if subprocess.run(command).returncode != 0:
        raise RecordingFailed(f"{source} cannot be compiled", name=name, path=str(source))
    return output


class RecordingFinder:
    """Finds modules with par loops, and gives what records them."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        source = source_of(spec.origin) if spec is not None and spec.has_location else None
        if source is None or name.partition(".")[0] == "parc" or not may_have_par(source):
            return None
        return recorded_spec(source, name, spec.submodule_search_locations)


def recorded_spec(source, name, search_locations=None):
    loader = importlib.machinery.ExtensionFileLoader(name, str(compile_recorded(source, name)))
    return importlib.util.spec_from_file_location(
        name, loader.path, loader=loader, submodule_search_locations=search_locations
    )


def run_script(path):
    """Runs the file as `python FILE` does."""
    if may_have_par(path):
        try:
            spec = recorded_spec(path, "__main__")
        except RecordingFailed:
            sys.exit(1)
        module = importlib.util.module_from_spec(spec)
        sys.modules["__main__"] = module
        spec.loader.exec_module(module)
    else:
        import runpy

        runpy.run_path(path, run_name="__main__")


def main():
    script = sys.argv[1]
    sys.argv[:] = sys.argv[1:]
    sys.path[0] = os.path.dirname(os.path.abspath(script))
    for variable in ("PARC_DISABLE", "PARC_STALE"):
        os.environ.pop(variable, None)
    sys.meta_path.insert(0, RecordingFinder)
    run_script(script)


if __name__ == "__main__":
    main()
