"""What the bench writes down: versions, flags and machine, and the table of medians and ratios."""
import importlib.metadata
import math
import os
import platform
import statistics
import subprocess

import cpp_kernels

RIVALS = ["C++", "Numba", "NumPy"]


def _first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return None
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0] if done.returncode == 0 and lines else None


def _version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return next(line.split(":", 1)[1].strip() for line in info if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def setting(parc):
    """Everything that the figures depend on, apart from the sources."""
    return {
        "machine": {"processor": _processor(), "cpus": len(os.sched_getaffinity(0)), "system": platform.platform()},
        "versions": {
            "python": platform.python_version(),
            "numpy": _version("numpy"),
            "numba": _version("numba"),
            "parc": _first_line(parc, "version"),
            "C++": _first_line(cpp_kernels.COMPILER, "--version"),
        },
        "flags": {"C++": " ".join(cpp_kernels.FLAGS), "Numba": "parallel=True, error_model='numpy', fastmath=False"},
    }


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values)))


def ratios(measured, rival):
    """For every kernel that both ran: parc's median over the rival's."""
    found = {}
    for kernel, times in measured.items():
        if times.get("parc") and times.get(rival):
            found[kernel] = statistics.median(times["parc"]) / statistics.median(times[rival])
    return found


def table(results):
    """The figures as Markdown, one table for each number of threads."""
    lines = ["# parc beside hand-written C++, Numba and NumPy", ""]
    machine = results["machine"]
    lines += [f"{machine['processor']}, {machine['cpus']} CPUs. Medians of {results['repeats']} interleaved runs, in ms;", ""]
    lines[-2] += " the ratio is parc's time over the rival's, so less than 1 means that parc is faster."
    for threads, measured in results["seconds"].items():
        lines += [f"## {threads} thread{'s' if threads != '1' else ''}", ""]
        lines += _one_table(measured, results["answers"][threads])
    return "\n".join(lines) + "\n"


def _one_table(measured, answers):
    columns = ["kernel", "parc", *RIVALS, *(f"parc / {rival}" for rival in RIVALS), "answer beside C++"]
    rows = ["| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]
    against = {rival: ratios(measured, rival) for rival in RIVALS}
    for kernel, times in measured.items():
        cells = [f"{statistics.median(times[c]) * 1e3:.2f}" if times.get(c) else "-" for c in ("parc", *RIVALS)]
        cells += [f"{against[rival][kernel]:.3f}" if kernel in against[rival] else "-" for rival in RIVALS]
        rows.append(f"| {kernel} | " + " | ".join(cells) + f" | {answers.get(kernel, '-')} |")
    means = [f"{geometric_mean(against[r].values()):.3f}" if against[r] else "-" for r in RIVALS]
    rows.append("| geometric mean | " + " | ".join(["", "", "", "", *means, ""]) + " |")
    return [*rows, ""]
