#!/usr/bin/env python3
"""Write tools/packages/*.txt from the *.in files: the whole closure, pinned, with hashes.

Every CPython in PYTHONS is asked for, so that `PYTHON=python3.12 make setup` finds its wheels too.
Run it after editing a *.in file; the result is committed.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WHEEL_PYTHONS = ("3.10", *PYTHONS)
PACKAGES = pathlib.Path(__file__).resolve().parent / "packages"


def resolve(requirements: pathlib.Path, python: str):
    """The (name, version, sha256) triples that pip would install for that CPython."""
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch) / "report.json"
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
             "--only-binary=:all:", f"--python-version={python}", f"--target={scratch}/unused",
             f"--report={report}", "--constraint", str(PACKAGES / "pypi.in"),
             "--requirement", str(requirements)],
            check=True)
        for item in json.loads(report.read_text())["install"]:
            yield (item["metadata"]["name"].lower().replace("_", "-"), item["metadata"]["version"],
                   item["download_info"]["archive_info"]["hashes"]["sha256"])


def lock(name: str, pythons: tuple[str, ...] = PYTHONS) -> None:
    digests = collections.defaultdict(set)
    for python in pythons:
        for package, version, digest in resolve(PACKAGES / f"{name}.in", python):
            digests[f"{package}=={version}"].add(digest)
    lines = [f"# Written by tools/lock_pypi.py from {name}.in; do not edit."]
    for pin in sorted(digests):
        hashes = [f"    --hash=sha256:{digest}" for digest in sorted(digests[pin])]
        lines.append(" \\\n".join([pin, *hashes]))
    (PACKAGES / f"{name}.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    for group in ("pypi", "bench", "node"):
        lock(group)
    lock("wheel", WHEEL_PYTHONS)
