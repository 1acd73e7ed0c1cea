"""What neighbour.py watches from outside: a process that runs compiled loops.

usage: neighbour_child.py FOLDER echo parc|gil SECONDS
       neighbour_child.py FOLDER interrupt LOOP
       neighbour_child.py FOLDER fork|spawn|forkserver ROUNDS
       neighbour_child.py FOLDER calls

FOLDER is that of the compiled neighbour_loops.py.
"""
import ctypes
import json
import multiprocessing
import os
import socket
import statistics
import sys
import threading
import time

sys.path.insert(0, sys.argv[1])
import neighbour_loops as loops  # noqa: E402

# For each loop a size that takes far longer than anybody waits, and one with its answer.
ENDLESS = {"many": 1 << 40, "few": 1 << 50, "nested": 1 << 24}
SHORT = {"many": (100_000, 299_995), "few": (1000, 2001), "nested": (1, 243_893_232)}
JOIN = 60.0  # seconds after which a child counts as hanging


def say(*words):
    print(*words, flush=True)


def say_json(value):
    say(json.dumps(value))


def size_for(seconds):
    """Iterations of `many` that take about so long."""
    loops.many(1000)
    probe = 200_000_000
    start = time.perf_counter()
    loops.many(probe)
    return int(probe * seconds / (time.perf_counter() - start))


def serve(listener):
    connection, _ = listener.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while message := connection.recv(64):
        connection.sendall(message)


def echo(what, seconds):
    """Echoes in one thread while the main thread runs a par loop, or holds the GIL."""
    seconds = float(seconds)
    size = size_for(seconds) if what == "parc" else 0
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    say(listener.getsockname()[1])
    sys.stdin.readline()
    start = time.perf_counter()
    if what == "parc":
        loops.many(size)
    else:
        ctypes.PyDLL(None).usleep(int(seconds * 1e6))
    say(time.perf_counter() - start)


def interrupt(loop):
    """Says when KeyboardInterrupt arrived, and whether the next call works; until its input ends."""
    run = getattr(loops, loop)
    size, answer = SHORT[loop]
    say("ready")
    for _ in sys.stdin:
        try:
            say("running")
            run(ENDLESS[loop])
        except KeyboardInterrupt:
            arrived = time.monotonic()
        say_json([arrived, run(size) == answer])


def thread_count():
    return len(os.listdir("/proc/self/task"))


def leave_with_threads():
    loops.many(1_000_000)
    os._exit(thread_count())


def forks(method, rounds):
    """Processes that run a loop, each started after a loop; their number, the hanging ones, most threads."""
    context = multiprocessing.get_context(method)
    hanging, most = 0, 0
    for _ in range(int(rounds)):
        loops.many(1_000_000)
        process = context.Process(target=leave_with_threads, daemon=True)
        process.start()
        process.join(JOIN)
        if process.is_alive():
            process.kill()
            hanging += 1
        else:
            most = max(most, process.exitcode, thread_count())
    say_json([int(rounds), hanging, most])


def seconds_of(run, pause=0.0):
    time.sleep(pause)
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def calls():
    """Medians: an empty loop back to back and after an idle second, a native call, a small loop."""
    def empty():
        loops.empty(10**6)

    def thousand(function):
        def run():
            for _ in range(1000):
                function(100)

        return statistics.median(seconds_of(run) for _ in range(101)) / 1000

    for _ in range(100):
        empty()
    busy = statistics.median(seconds_of(empty) for _ in range(2001))
    idle = statistics.median(seconds_of(empty, pause=1.0) for _ in range(21))
    cpu = time.process_time()
    time.sleep(1.0)
    cpu = time.process_time() - cpu
    say_json([busy, idle, thousand(loops.call), thousand(loops.small), cpu])


def main():
    command, *arguments = sys.argv[2:]
    if command in ("fork", "spawn", "forkserver"):
        forks(command, *arguments)
    else:
        {"echo": echo, "interrupt": interrupt, "calls": calls}[command](*arguments)


if __name__ == "__main__":
    main()
