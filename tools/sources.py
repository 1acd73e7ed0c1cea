#!/usr/bin/env python3
"""The project's own files, for the checks and for clang-format.

tools/sources.py [PATTERN…] prints the C++ files whose names match (default: all of them).
"""

import fnmatch
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Never ours: what git, the set-up and the build make in the root, and Python's tools everywhere.
SKIPPED_IN_ROOT = {".git", "build", ".venv"}
SKIPPED = {"__pycache__", ".pytest_cache", ".hypothesis", ".cache"}
CPP_SUFFIXES = (".h", ".cpp")


def all_files() -> list[str]:
    """Every file of the project, as a path from its root, sorted."""
    found = []
    for folder, subfolders, names in os.walk(ROOT):
        skipped = SKIPPED | SKIPPED_IN_ROOT if folder == str(ROOT) else SKIPPED
        subfolders[:] = sorted(set(subfolders) - skipped)
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return sorted(found)


def cpp_files(patterns: tuple[str, ...] = ("*",)) -> list[str]:
    return [path for path in all_files()
            if path.endswith(CPP_SUFFIXES) and not path.startswith("tests/fuzz/corpus/")
            and any(fnmatch.fnmatch(path, pattern) for pattern in patterns)]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    print("\n".join(cpp_files(tuple(sys.argv[1:]) or ("*",))))
