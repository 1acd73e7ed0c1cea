"""Runs program files as plain Python and as native modules, many programs to a process.

Nothing here knows pytest; `test_run.py` picks the programs and reports.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from parc_command import parc_command

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
ROOT = HERE.parent.parent
SECONDS = 60.0

#: How every native module is run: the name of the run and the environment that makes it.
NATIVE_RUNS = {
    "1 thread": {"OMP_NUM_THREADS": "1", "PARC_SMALL": "0"},
    "2 threads": {"OMP_NUM_THREADS": "2", "PARC_SMALL": "0"},
    "7 threads": {"OMP_NUM_THREADS": "7", "PARC_SMALL": "0"},
    "default": {},
}
PLAIN = "plain Python"


def program_names():
    return sorted(p.stem for p in PROGRAMS.glob("*.py") if not p.stem.startswith("lib_"))


def headers(name):
    """The `#: key: value` lines at the top of a program."""
    found = {}
    text = (PROGRAMS / f"{name}.py").read_bytes().decode("latin-1").removeprefix("\xef\xbb\xbf")
    for line in text.splitlines():
        match = re.match(r"#: *([a-z-]+): *(.*)", line)
        if not match:
            break
        found[match[1]] = match[2].strip()
    return found


def run_parc(*arguments):
    return subprocess.run([parc_command(), *map(str, arguments)], capture_output=True, text=True, timeout=300)


class Results:
    """Outcomes of all runs of a set of programs; `messages` holds what the compiler said of the refused ones."""

    def __init__(self, names, folder):
        self.names = list(names)
        self.folder = pathlib.Path(folder)
        self.messages = {}
        self.outcomes = {}

    def of(self, name):
        return {run: found.get(name) for run, found in self.outcomes.items()}


def run_all(names, folder, options=(), runs=NATIVE_RUNS):
    """Masks, compiles (with `options`) and runs the programs `names` in every way; one pass, two jobs at a time."""
    results = Results(names, folder)
    native, plain = results.folder / "native", results.folder / "plain"
    native.mkdir()
    plain.mkdir()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for name, message in pool.map(lambda n: (n, _mask(n, plain)), filter(is_statement, names)):
            if message:
                results.messages[name] = message
        for name, message in pool.map(lambda n: (n, _compile(n, native, options)), names):
            if message:
                results.messages.setdefault(name, message)
        compiled = [n for n in names if n not in results.messages]
        jobs = {PLAIN: pool.submit(_run, "plain", results, [plain, PROGRAMS], names, {})}
        for run, settings in runs.items():
            jobs[run] = pool.submit(_run, run, results, [native, PROGRAMS], compiled, settings)
        results.outcomes = {run: job.result() for run, job in jobs.items()}
    return results


def is_statement(name):
    return name.startswith("stmt_")


def _mask(name, folder):
    done = run_parc("emit", "--stage=masked", PROGRAMS / f"{name}.py")
    (folder / f"{name}.py").write_text(done.stdout, encoding="utf-8")
    return None if done.returncode == 0 else f"parc emit --stage=masked ended with {done.returncode}\n{done.stderr}"


def is_refusal(message):
    """Whether the compiler gave a coded error, and neither crashed nor hung."""
    return message.startswith("parc compile ended with 1\n") and "error[PAR" in message


def _compile(name, folder, options):
    try:
        done = run_parc("compile", *options, PROGRAMS / f"{name}.py", "--out-dir", folder)
    except subprocess.TimeoutExpired:
        return "parc compile did not end within 300 s"
    return None if done.returncode == 0 else f"parc compile ended with {done.returncode}\n{done.stderr}{done.stdout}"


def _run(label, results, folders, names, settings):
    """Runs `names` one after the other; a crash or a hang costs one program, not those behind it."""
    file = results.folder / (label.replace(" ", "-") + ".jsonl")
    file.touch()
    mode = "plain" if label == "plain" else "native"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "PARC_"))} | settings
    left = list(names)
    found = {}
    while left:
        command = [sys.executable, HERE / "child.py", file, SECONDS, ":".join(map(str, folders)), mode, *left]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=environment)
        for line in file.read_text(encoding="utf-8").splitlines():
            outcome = json.loads(line)
            found[outcome["name"]] = outcome
        left = [n for n in left if n not in found]
        if left:
            found[left[0]] = {"error": f"the process ended with {done.returncode}\n{done.stderr[-4000:]}"}
            left = left[1:]
    return found
