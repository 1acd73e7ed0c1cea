#!/usr/bin/env python3
"""Print how many lines each folder and the largest files have; fail on a file past the limit."""

import collections
import statistics
import sys

import sources

LIMIT = 600  # past this a file is a design question
LARGE = 400  # past this an implementation file is worth a look
SHOWN = 15
SUFFIXES = (".h", ".cpp", ".def", ".py", ".pyi", ".sh", ".cmake", ".txt")
TOP_LEVEL_PAIRS = ("ir", "frontend", "codegen", "runtime", "tests")


def folder_of(path: str) -> str:
    parts = path.split("/")[:-1]
    depth = 2 if parts and parts[0] in TOP_LEVEL_PAIRS else 1
    return "/".join(parts[:depth]) or "."


def is_counted(path: str) -> bool:
    if path.startswith(("tools/packages/", "tests/fuzz/corpus/")):
        return False
    return path.endswith(SUFFIXES) or path == "Makefile"


def main() -> int:
    lines = {path: sources.read(path).count("\n") for path in sources.all_files()
             if is_counted(path)}
    folders: dict[str, list[int]] = collections.defaultdict(list)
    tests: dict[str, int] = collections.Counter()
    for path, count in lines.items():
        folders[folder_of(path)].append(count)
        if path.endswith("_test.cpp"):
            tests[folder_of(path)] += count

    print(f"{'folder':22} {'files':>5} {'lines':>6} {'of tests':>8} {'median':>6} {'largest':>7}")
    for folder in sorted(folders):
        counts = folders[folder]
        print(f"{folder:22} {len(counts):5} {sum(counts):6} {tests[folder]:8} "
              f"{statistics.median_low(counts):6} {max(counts):7}")
    print(f"{'all':22} {len(lines):5} {sum(lines.values()):6} {sum(tests.values()):8} "
          f"{statistics.median_low(lines.values()):6} {max(lines.values()):7}")

    print(f"\nthe {SHOWN} largest files")
    largest = sorted(lines, key=lambda path: (-lines[path], path))
    for path in largest[:SHOWN]:
        print(f"{lines[path]:6} {path}{'  (large)' if lines[path] > LARGE else ''}")

    too_large = [path for path in largest if lines[path] > LIMIT]
    for path in too_large:
        print(f"{path}: {lines[path]} lines, at most {LIMIT} are allowed")
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())
