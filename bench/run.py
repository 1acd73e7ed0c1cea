"""Times the kernels as parc, as hand-written C++ with OpenMP, with Numba and with NumPy.

Every way of running a kernel has a process of its own; the runs are interleaved, with a pause before each
in which the workers of the run before stop spinning. Medians and ratios go to standard output, everything
that was measured to a JSON file beside the table.
"""
import argparse
import contextlib
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import cpp_kernels
import numpy as np
import report
from problems import PROBLEMS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
CONTESTANTS = ["parc", "C++", "Numba", "NumPy"]
PAUSE = 0.3


def main():
    options = parse_arguments()
    parc = parc_command()
    contestants = [c for c in CONTESTANTS if c != "Numba" or importlib.util.find_spec("numba")]
    results = report.setting(parc) | {"repeats": options.repeats, "seconds": {}, "first_run": {}, "answers": {}}
    with tempfile.TemporaryDirectory() as folder:
        build(parc, options.kernels, folder)
        for threads in options.threads:
            for part in ("seconds", "first_run", "answers"):
                results[part][str(threads)] = {}
            for kernel in options.kernels:
                measure(kernel, contestants, threads, options.repeats, folder, results)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (options.output / "results.md").write_text(report.table(results), encoding="utf-8")
    print(report.table(results))


def parse_arguments():
    cpus = len(os.sched_getaffinity(0))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernels", nargs="*", default=list(PROBLEMS), help="which kernels; all by default")
    parser.add_argument("--repeats", type=int, default=9, help="timed runs of each, after one that is not counted")
    parser.add_argument("--threads", type=lambda text: [int(t) for t in text.split(",")], default=sorted({1, cpus}))
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "build" / "bench", help="folder of the results")
    options = parser.parse_args()
    unknown = set(options.kernels) - set(PROBLEMS)
    if unknown:
        parser.error(f"no kernel is called {', '.join(sorted(unknown))}; there are {', '.join(PROBLEMS)}")
    return options


def parc_command():
    beside = pathlib.Path(sys.executable).parent / "parc"
    return str(beside) if beside.exists() else shutil.which("parc") or sys.exit("the command parc is not there")


def build(parc, kernels, folder):
    for kernel in kernels:
        source = ROOT / "samples" / kernel / f"{kernel}.py"
        subprocess.run([parc, "compile", str(source), "--out-dir", folder], check=True)
        cpp_kernels.Kernels(folder).build(kernel)


class Worker:
    """A process that waits for the word to run its kernel once."""

    def __init__(self, contestant, kernel, threads, folder):
        names = ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS")
        environment = os.environ | dict.fromkeys(names, str(threads))
        command = [sys.executable, str(HERE / "worker.py"), contestant, kernel, folder]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)

    def ask(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return line.strip() or sys.exit(f"{self.process.args[2:4]} ended")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def measure(kernel, contestants, threads, repeats, folder, results):
    """Interleaved runs of one kernel by all contestants."""
    print(f"{kernel}, {threads} thread(s)", file=sys.stderr)
    with contextlib.ExitStack() as stack:
        workers = {}
        for contestant in contestants:
            workers[contestant] = Worker(contestant, kernel, threads, folder)
            stack.callback(workers[contestant].close)
        first = {c: float(worker.ask("run")) for c, worker in workers.items()}
        seconds = {c: [] for c in contestants}
        for _ in range(repeats):
            for contestant, worker in workers.items():
                if contestant == "NumPy" and len(seconds["NumPy"]) >= 3:
                    continue
                time.sleep(PAUSE)
                seconds[contestant].append(float(worker.ask("run")))
        results["answers"][str(threads)][kernel] = compare(workers, folder)
    results["first_run"][str(threads)][kernel] = first
    results["seconds"][str(threads)][kernel] = seconds


def compare(workers, folder):
    """How parc's answer relates to that of C++; a rival whose answer is far off ends the bench."""
    answers = {}
    for number, (contestant, worker) in enumerate(workers.items()):
        file = pathlib.Path(folder) / f"answer{number}.npz"
        worker.ask(f"answer {file}")
        with np.load(file) as stored:
            answers[contestant] = [stored[name] for name in stored.files]
    verdicts = {c: _distance(answers["C++"], answers[c]) for c in answers}
    wrong = {c: d for c, d in verdicts.items() if d > 1e-8}
    if wrong:
        sys.exit(f"answers differ: {wrong}")
    return "same bits" if verdicts["parc"] == 0.0 else f"within {verdicts['parc']:.1e}"


def _distance(want, got):
    """0 for the same bits, else the largest relative difference."""
    if all(np.asarray(x).tobytes() == np.asarray(y).tobytes() for x, y in zip(want, got, strict=True)):
        return 0.0
    scale = max(float(np.max(np.abs(x))) for x in want)
    gap = max(float(np.max(np.abs(x - y))) for x, y in zip(want, got, strict=True))
    return max(gap / scale, 5e-324)


if __name__ == "__main__":
    main()
