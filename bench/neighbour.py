"""Measures how compiled modules get along with the rest of a process, and how long compiling takes.

A table of what was measured beside what is wanted goes to standard output and to build/bench/neighbour.md.
Meant for a machine that does nothing else.
"""
import argparse
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
HEAT = ROOT / "samples" / "heat" / "heat.py"


def main():
    parts = {"echo": echo, "interrupt": interrupt, "forks": forks, "calls": calls, "compile": compile_times}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(parts)}; all by default")
    parser.add_argument("--seconds", type=float, default=10.0, help="length of the loop beside the echo")
    parser.add_argument("--rounds", type=int, default=100, help="processes of each start method")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "build" / "bench", help="folder of the table")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(parts):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    lines = ["| what | measured | wanted |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        options.folder = pathlib.Path(folder)
        subprocess.run([parc(), "compile", "-q", "--out-dir", folder, HERE / "neighbour_loops.py"], check=True)
        for name in options.parts or parts:
            print(f"measuring {name}", file=sys.stderr)
            lines += [f"| {' | '.join(row)} |" for row in parts[name](options)]
    table = "\n".join(lines) + "\n"
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "neighbour.md").write_text(table, encoding="utf-8")
    print(table, end="")


def parc():
    beside = pathlib.Path(sys.executable).parent / "parc"
    return str(beside) if beside.exists() else shutil.which("parc") or sys.exit("the command parc is not there")


@contextlib.contextmanager
def child(options, *arguments):
    command = [sys.executable, HERE / "neighbour_child.py", options.folder, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(list(map(str, command)), stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def ask(process, word=""):
    process.stdin.write(word + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def milliseconds(seconds):
    return f"{seconds * 1e3:.3g} ms"


def microseconds(seconds):
    return f"{seconds * 1e6:.3g} µs"


# ---- other threads keep running ----


def echo(options):
    for what, name, wanted in (
        ("parc", "a par loop", ("≤ 5 ms", "≤ 50 ms")),
        ("gil", "a holder of the GIL", ("", f"≥ {0.9 * options.seconds:.3g} s")),
    ):
        trips, seconds = echo_trips(options, what)
        trips.sort()
        yield f"echo beside {name} of {seconds:.1f} s: trips", str(len(trips)), ""
        yield "· 99th percentile", milliseconds(trips[int(len(trips) * 0.99)]), wanted[0]
        yield "· longest", milliseconds(trips[-1]), wanted[1]


def echo_trips(options, what):
    """Seconds of each message's way to the child and back, one about every millisecond."""
    trips = []
    with child(options, "echo", what, options.seconds) as process:
        port = int(process.stdout.readline())
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            process.stdin.write("go\n")
            process.stdin.flush()
            end = time.perf_counter() + options.seconds
            while (start := time.perf_counter()) < end:
                try:
                    connection.sendall(b"trip")
                    answer = connection.recv(64)
                except ConnectionError:
                    answer = b""
                if not answer:  # the loop was shorter than foreseen
                    break
                trips.append(time.perf_counter() - start)
                time.sleep(0.001)
        return trips, float(process.stdout.readline())


# ---- Ctrl-C ----


def interrupt(options, rounds=20):
    for loop, name in (("many", "many iterations"), ("few", "two long iterations"), ("nested", "nested loops")):
        waits, works = [], True
        with child(options, "interrupt", loop) as process:
            process.stdout.readline()
            for _ in range(rounds):
                ask(process)
                time.sleep(0.2 + 0.1 * random.random())
                sent = time.monotonic()
                process.send_signal(signal.SIGINT)
                arrived, right = json.loads(process.stdout.readline())
                waits.append(arrived - sent)
                works = works and right
        then = "the next call works" if works else "the next call FAILS"
        figures = f"{milliseconds(statistics.median(waits))}, {milliseconds(max(waits))}, {then}"
        yield f"Ctrl-C in {name}: median, longest of {rounds}", figures, "≤ 200 ms"


# ---- fork, spawn, forkserver ----


def forks(options):
    for method in ("fork", "spawn", "forkserver"):
        with child(options, method, options.rounds) as process:
            rounds, hanging, most = json.loads(process.stdout.readline())
        yield f"{method} after a loop, {rounds} times: hanging, most threads", f"{hanging}, {most}", "0, ≤ 11"


# ---- calls ----


def calls(options):
    with child(options, "calls") as process:
        busy, idle, call, small, cpu = json.loads(process.stdout.readline())
    yield "empty par loop over range(10**6), back to back", microseconds(busy), "≤ 20 µs"
    yield "· after an idle second", microseconds(idle), "≤ 100 µs"
    yield "native call", microseconds(call), ""
    yield "· loop below the threshold, above that", microseconds(small - call), "< 1 µs"
    yield "CPU in the second after a loop", milliseconds(cpu), "≤ 50 ms"


# ---- compile time ----


def timings(source, options):
    """Seconds of each phase by parc's own clock, and of the whole command."""
    start = time.perf_counter()
    command = [parc(), "compile", "-q", "--timings", "--out-dir", options.folder, source]
    done = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    whole = time.perf_counter() - start
    phases = {m[1]: float(m[2]) / 1e3 for m in re.finditer(r"^ +([\w ]+?) +([\d.]+) ms$", done.stderr, re.M)}
    return phases | {"whole": whole}


def medians(source, options, repeats):
    runs = [timings(source, options) for _ in range(repeats)]
    return {phase: statistics.median(run[phase] for run in runs) for phase in runs[0]}


def of_loops(count, folder):
    """A file of so many functions like the heat sample's."""
    text = "from parc import par, f64\n"
    for k in range(count):
        text += f"""

def step{k}(a: f64[:, :], b: f64[:, :], w: float) -> None:
    for i in par(range(1, a.shape[0] - 1)):
        for j in range(1, a.shape[1] - 1):
            b[i, j] = a[i, j] + w * (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1] - {k + 2}.0 * a[i, j])
"""
    source = folder / f"loops{count}.py"
    source.write_text(text, encoding="utf-8")
    return source


def compile_times(options):
    heat = medians(HEAT, options, 9)
    whole, total = heat.pop("whole"), heat.pop("total")
    yield "compiling heat.py, cold, in process", milliseconds(total), "≤ 250 ms"
    for phase, seconds in heat.items():
        yield f"· {phase}", milliseconds(seconds), ""
    yield "· the whole command", milliseconds(whole), "≤ 500 ms"
    for count in (25, 50, 100, 200):
        total = medians(of_loops(count, options.folder), options, 3)["total"]
        wanted = "linear" if count > 25 else ""
        yield f"compiling {count} loops, and for each", f"{milliseconds(total)}, {milliseconds(total / count)}", wanted


if __name__ == "__main__":
    if not hasattr(os, "sched_getaffinity"):
        sys.exit("Linux only")
    main()
