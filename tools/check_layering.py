#!/usr/bin/env python3
"""Fail when an include runs against the layers, a third party's header leaves its files, or
headers include each other in a circle. ARCHITECTURE.md describes the layers."""

import fnmatch
import pathlib
import re
import sys

import sources

# Folder -> the folders that its files may include, besides itself.
ALLOWED = {
    "support": [],
    "ir": ["support"],
    "ir/analysis": ["ir", "support"],
    "ir/passes": ["ir/analysis", "ir", "support"],
    "frontend/syntax": ["support"],
    "frontend/check": ["frontend/syntax", "ir", "support"],
    "codegen/legalize": ["ir/passes", "ir/analysis", "ir", "support"],
    "codegen/cpp": ["codegen/legalize", "ir", "support"],
    "codegen/native": ["support"],
    "codegen/native/static": [],
    "runtime/kernel": [],
    "runtime/core": ["runtime/kernel"],
    "runtime/python": ["runtime/core", "runtime/kernel"],
    "driver/cache": ["codegen/native", "support"],
    "driver/stub": ["frontend/syntax", "support"],
    "driver": ["driver/cache", "driver/stub", "frontend/syntax", "frontend/check", "ir", "ir/analysis", "ir/passes",
               "codegen/legalize", "codegen/cpp", "codegen/native", "support"],
    "driver/suggest": ["driver", "driver/cache", "frontend/syntax", "frontend/check", "ir", "ir/analysis",
                       "codegen/native", "support"],
    "report": ["driver", "support"],
    "python/compiler": ["cli", "report", "driver", "driver/cache", "frontend/syntax", "ir",
                        "codegen/native", "support"],
    "cli": ["report", "driver/suggest", "driver/cache", "driver", "support"],
}

# What tests may include beyond that: folder -> folders. A test of the IR compares limits with the
# runtime's; one of the analyses starts from source text, as a reader thinks of it.
TEST_ALLOWED = {
    "ir": ["runtime/kernel"],
    "ir/analysis": ["frontend/check", "frontend/syntax", "ir/passes"],
}

# Third parties' headers -> the folders whose files may include them, and how many such files there may
# be in all, tests not counted.
THIRD_PARTY = {
    r"tree_sitter/": (["frontend/syntax"], 1),
    r"isl/": (["ir/analysis"], 1),
    r"(clang|clang-c|llvm|llvm-c|lld)/": (["codegen/native", "codegen/native/static"], 5),
    r"(pybind11/|numpy/|Python\.h|structmember\.h)": (["runtime/python", "python/compiler"], None),
    r"omp\.h": (["runtime/core", "runtime/python"], None),
}

STANDARD = re.compile(r"[a-z0-9_]+|[a-z0-9_]+\.h|(sys|linux|bits)/[a-z0-9_]+\.h|cxxabi\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
# Helpers of the tests and the fuzz targets stand above all layers.
UNLAYERED = ("tests/", "bench/", "samples/")
RAW_STRING = re.compile(r'R"(\w*)\(.*?\)\1"', re.DOTALL)


def folder_of(path: str) -> str:
    return str(pathlib.PurePosixPath(path).parent)


def is_test(path: str) -> bool:
    return fnmatch.fnmatch(path, "*_test.cpp") or fnmatch.fnmatch(path, "*test_support.h")


def is_third_party(header: str) -> bool:
    return any(re.match(pattern, header) for pattern in THIRD_PARTY)


def check_own(path: str, target: str, known: set[str]) -> str | None:
    """What is wrong with `#include "target"` in path."""
    folder = folder_of(path)
    if folder == "runtime/kernel" and f"{folder}/{target}" in known:
        return None  # the kernel headers stand side by side when generated code includes them
    if target not in known:
        return f"includes {target}, which is no file of the project (write it from the root)"
    allowed = [folder, *ALLOWED[folder], *(TEST_ALLOWED.get(folder, []) if is_test(path) else [])]
    if folder_of(target) not in allowed:
        return f"includes {target}: {folder}/ may not include {folder_of(target)}/"
    return None


def check_foreign(path: str, header: str, users: dict[str, set[str]]) -> str | None:
    """What is wrong with path's including another's header. Notes the user of a third party."""
    folder = folder_of(path)
    if header.startswith(("gtest/", "gmock/")):
        return None if is_test(path) else f"includes <{header}>, which only tests may"
    for pattern, (folders, _) in THIRD_PARTY.items():
        if re.match(pattern, header):
            if folder not in folders:
                return f"includes <{header}>, which only {', '.join(folders)} may"
            if not is_test(path):
                users.setdefault(pattern, set()).add(path)
            return None
    if folder == "runtime/kernel":
        return f"includes <{header}>: the kernel is freestanding"
    if not STANDARD.fullmatch(header):
        return f"includes <{header}>, a third party that tools/check_layering.py does not know"
    return None


def find_cycle(graph: dict[str, list[str]]) -> list[str] | None:
    state: dict[str, int] = {}

    def visit(node: str, trail: list[str]) -> list[str] | None:
        if state.get(node) == 1:
            return trail[trail.index(node):] + [node]
        if node in state:
            return None
        state[node] = 1
        for target in graph.get(node, []):
            found = visit(target, trail + [node])
            if found:
                return found
        state[node] = 2
        return None

    for node in sorted(graph):
        found = visit(node, [])
        if found:
            return found
    return None


def main() -> int:
    files = [path for path in sources.cpp_files() if not path.startswith(UNLAYERED)]
    known = set(files) | {path for path in sources.all_files() if path.endswith(".def")}
    problems: list[str] = []
    users: dict[str, set[str]] = {}
    graph: dict[str, list[str]] = {}
    includes = 0
    for path in files:
        if folder_of(path) not in ALLOWED:
            problems.append(f"{path}: {folder_of(path)}/ is no layer of tools/check_layering.py")
            continue
        graph[path] = []
        for bracket, target in INCLUDE.findall(RAW_STRING.sub('""', sources.read(path))):
            includes += 1
            if bracket == '"' and not is_third_party(target):
                problem = check_own(path, target, known)
                graph[path].append(target)
            else:
                problem = check_foreign(path, target, users)
            if problem:
                problems.append(f"{path}: {problem}")
    for pattern, paths in users.items():
        limit = THIRD_PARTY[pattern][1]
        if limit is not None and len(paths) > limit:
            problems.append(f"{', '.join(sorted(paths))}: {len(paths)} files include "
                            f"<{pattern}…>, at most {limit} may")
    cycle = find_cycle(graph)
    if cycle:
        problems.append("circle of includes: " + " -> ".join(cycle))
    layers = find_cycle(ALLOWED)
    if layers:
        problems.append("circle of layers: " + " -> ".join(layers))

    for problem in problems:
        print(problem)
    for pattern, paths in sorted(users.items()):
        print(f"<{pattern}…> in {len(paths)} file(s): {', '.join(sorted(paths))}")
    print(f"layering: {len(files)} files, {includes} includes, {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
