#!/usr/bin/env python3
"""Fail on text that has no place in the repository: paths of somebody's machine, addresses of
package registries, marks of unfinished work, stray white space."""

import re
import sys

import sources

SUFFIXES = (".h", ".cpp", ".def", ".py", ".pyi", ".sh", ".cmake", ".txt", ".in", ".md", ".json",
            ".toml", ".yml")
NAMES = ("Makefile", "LICENSE", ".ci/run", ".clang-format", ".clang-tidy", ".gitignore")
# Fixtures whose odd text is their point, and this file.
SKIPPED = ("tests/fuzz/corpus/", "tests/run/programs/odd_text", "tools/check_text.py")

FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.<>}\"'*-])/(home|work|Users|mnt)/\w"),
    "a path outside the repository": re.compile(r"\.\./shared/|/tmp/(parc|build)\b"),
    "the address of a package registry": re.compile(
        r"//[\w.]*(pypi|pythonhosted|npmjs|debian|crates)\.\w+"),
    "a mark of unfinished work": re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"),
    "white space at the end of the line": re.compile(r"[ \t]+$"),
}
CPP_ONLY = {"a tab": re.compile(r"\t")}


def problems_in(path: str) -> list[str]:
    text = sources.read(path)
    found = []
    rules = FORBIDDEN | (CPP_ONLY if path.endswith(sources.CPP_SUFFIXES) else {})
    for number, line in enumerate(text.split("\n"), 1):
        found += [f"{path}:{number}: {what}" for what, rule in rules.items() if rule.search(line)]
    if text and not text.endswith("\n"):
        found.append(f"{path}: no newline at the end")
    return found


def main() -> int:
    paths = [path for path in sources.all_files()
             if (path.endswith(SUFFIXES) or path in NAMES) and not path.startswith(SKIPPED)]
    problems = [problem for path in paths for problem in problems_in(path)]
    print("\n".join(problems + [f"text: {len(paths)} files, {len(problems)} problem(s)"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
