"""Compiling many files: in parallel, each by a process of its own, and only those that changed.

Modules are made in a folder of the build (the *stage*) and copied from there when all of them are done, so that a
failing build changes nothing elsewhere. Beside each there is a record of what it was made from, by content.
"""

import concurrent.futures
import dataclasses
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from parc._build_files import OPENMP, suffix
from parc._build_messages import BuildError, render
from parc._build_progress import show_progress

_RECORD = ".parc.json"
_STUB_MARK = "# Written by parc stub from "


@dataclasses.dataclass(frozen=True)
class Built:
    """A compiled module: its file in the stage, and the files that go with it, by their place in the package."""

    file: object  # ModuleFile
    outputs: dict  # "pkg/heat.pyi" -> path


def build_modules(files, settings, cpu, stage, root=".", jobs=None):
    """Compiles what changed since the last build with this stage; a list of Built. Raises BuildError."""
    start = time.monotonic()
    builder = _Builder(settings, cpu, pathlib.Path(root).resolve(), pathlib.Path(stage).resolve() / cpu)
    old = [file for file in files if not builder.is_current(file)]
    texts = []
    with show_progress(len(old)) as progress, concurrent.futures.ThreadPoolExecutor(jobs or _cpus()) as pool:
        running = {pool.submit(builder.compile, file): file for file in old}
        for done in concurrent.futures.as_completed(running):
            progress.step(running[done].path)
    results = {file: done.result() for done, file in running.items()}
    for file in old:
        texts.append(results[file][1])
    sys.stderr.write("".join(texts))
    failed = [file for file in old if not results[file][0]]
    if failed:
        files_have = "1 file has" if len(failed) == 1 else f"{len(failed)} files have"
        raise BuildError(f"parc: {files_have} errors, of {len(files)}")
    _tell(len(files), len(old), time.monotonic() - start)
    return [builder.built(file) for file in files]


def _tell(count, compiled, seconds):
    modules = f"{count} module{'s' * (count != 1)}"
    if compiled:
        print(f"parc: {modules}, {compiled} compiled ({seconds:.1f} s)", file=sys.stderr, flush=True)
    elif count:
        print(f"parc: {modules}, nothing to compile", file=sys.stderr, flush=True)


def _cpus():
    return max(1, len(os.sched_getaffinity(0)))


class _Builder:
    def __init__(self, settings, cpu, root, stage):
        self.settings = settings
        self.cpu = cpu
        self.root = root
        self.stage = stage
        self.environment = _environment()
        self.key = [suffix(), cpu, *settings.flags, *self._toolchain()]

    def _toolchain(self):
        cpu = "x86-64-v2" if self.cpu == "portable" else self.cpu
        done = self._run("config", "--toolchain", f"--cpu={cpu}")
        if done.returncode:
            raise BuildError(done.stderr)
        return done.stdout.split()

    def _run(self, *words):
        command = [sys.executable, "-m", "parc", *words]
        return subprocess.run(command, cwd=self.root, env=self.environment, capture_output=True, encoding="utf-8")

    def _module(self, file):
        return self.stage / file.in_package(suffix())

    def _has_foreign_stub(self, file):
        """Whether the project has a stub for the module that parc did not write."""
        stub = self.root / (os.path.splitext(file.path)[0] + ".pyi")
        try:
            with open(stub, encoding="utf-8", errors="replace") as stream:
                return not stream.readline().startswith(_STUB_MARK)
        except OSError:
            return False

    def compile(self, file):
        """(whether it went well, what the compiler says)."""
        module = self._module(file)
        try:
            module.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return False, render("error", "PAR0005", f"cannot write {module}: {error.strerror}", file.path)
        depfile = f"{module}.d"
        flags = [*self.settings.flags, *(["--no-stub"] if self._has_foreign_stub(file) else [])]
        color = "always" if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else "never"
        done = self._run(
            "compile", *(["--quiet"] if "--report" not in flags else []), f"--color={color}", f"--cpu={self.cpu}",
            "--beside-source", "-o", str(module), "--depfile", depfile, *flags, "--", file.path,
        )  # fmt: skip
        if done.returncode == 0:
            self._record(module, depfile)
        return done.returncode == 0, done.stdout + done.stderr

    def _record(self, module, depfile):
        made_from = {path: _hash(self.root / path) for path in read_depfile(depfile)}
        os.remove(depfile)
        record = {"key": self.key, "files": made_from}
        pathlib.Path(f"{module}{_RECORD}").write_text(json.dumps(record, indent=1), encoding="utf-8")

    def is_current(self, file):
        module = self._module(file)
        try:
            record = json.loads(pathlib.Path(f"{module}{_RECORD}").read_text(encoding="utf-8"))
            same = record["key"] == self.key and record["files"].items()
        except (OSError, ValueError, KeyError, AttributeError):
            return False
        outputs_exist = module.exists() and (module.parent / OPENMP).exists()
        return bool(same) and outputs_exist and all(_hash(self.root / path) == hash for path, hash in same)

    def built(self, file):
        has_stub = (self.stage / file.in_package(".pyi")).exists() and not self._has_foreign_stub(file)
        return Built(file, {place: str(self.stage / place) for place in file.outputs(has_stub)})


def _environment():
    """That of this process, in which a child finds the same parc, also where a front end built the path."""
    above = str(pathlib.Path(__file__).resolve().parent.parent)
    paths = [above, os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _hash(path):
    try:
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def read_depfile(path):
    """The files behind the target of a rule of make that parc wrote."""
    text = pathlib.Path(path).read_text(encoding="utf-8").replace("\\\n", " ")
    words = re.findall(r"(?:\\[ #]|[^\s])+", text)
    return [re.sub(r"\\([ #])", r"\1", word).replace("$$", "$") for word in words[1:]]


def copy_outputs(outputs, folder):
    """Copies files to their places below a folder: first all of them under other names, then the names change."""
    with tempfile.TemporaryDirectory(prefix=".parc-", dir=folder) as scratch:
        copies = []
        for number, (place, path) in enumerate(outputs.items()):
            copies.append((shutil.copy(path, os.path.join(scratch, str(number))), os.path.join(folder, place)))
        for copy, target in copies:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(copy, target)
    return list(outputs)
