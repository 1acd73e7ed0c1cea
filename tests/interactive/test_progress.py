"""par(..., progress=True): what is shown where, and what becomes of what goes wrong there."""

import os
import pty
import re

import nbformat
import pytest
from nbclient import NotebookClient

PROGRAM = """
    import sys
    import parc
    from parc import par

    @parc.jit
    def work(n, m):
        s = 0
        for i in par(range(n), progress=True):
            for j in range(m):
                s += i * j % 7
        return s

    def plain(n):
        s = 0
        for i in par((k for k in range(n)), progress=True):
            s += i
        return s
"""
DONE = re.compile(r"work \(program.py:9\): 100%\|(█+|#+)\| 3000/3000 \[\d\d:\d\d<00:00, [\d,.]+/s\]")


def on_terminal(place, *words):
    """What a program prints on a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(place.folder)
        os.execve("/bin/sh", ["sh", "-c", f"exec '{place.python}' {' '.join(words)}"], place.environment(PYTHONUTF8="1"))
    output = b""
    while True:
        try:
            piece = os.read(terminal, 10000)
        except OSError:
            break
        if not piece:
            break
        output += piece
    _, status = os.waitpid(pid, 0)
    assert status == 0, output
    return output.decode()


def test_a_line_in_a_log(place):
    place.write("program.py", PROGRAM + "\n    print(work(3000, 10))\n    print(plain(5))")
    lines = place.run("program.py", PYTHONUTF8="1", PYTHONUNBUFFERED="1").splitlines()
    assert DONE.fullmatch(lines[0]), lines
    assert re.fullmatch(r"plain \(program.py:16\): 5 \[00:00, [\d,.]+/s\]", lines[2]), lines
    assert lines[3] == "10"
    ascii_line = place.run("program.py", PYTHONIOENCODING="ascii").splitlines()
    assert any(DONE.fullmatch(line) and "#" in line for line in ascii_line)


def test_a_bar_that_moves_on_a_terminal(place):
    place.write("program.py", PROGRAM + "\n    work(1_000_000, 2000)")
    states = on_terminal(place, "program.py").split("\r\x1b[K")
    shares = [int(re.search(r"(\d+)%", state)[1]) for state in states[1:]]
    assert shares[0] == 0 and shares[-1] == 100 and shares == sorted(shares)
    assert any(0 < share < 100 for share in shares), shares
    assert states[-1].endswith("\r\n")


def test_no_standard_error(place):
    place.write("program.py", PROGRAM + "\n    sys.stderr = None\n    print(work(30, 10))")
    assert place.run("program.py").split() == [str(sum(i * j % 7 for i in range(30) for j in range(10)))]


def test_an_error_of_showing_ends_the_loop(place):
    more = """
    class Broken:
        encoding = "ascii"
        def isatty(self): return True
        def write(self, text): raise OSError("the pipe is gone")
        def flush(self): pass
    error, sys.stderr = sys.stderr, Broken()
    try:
        work(10000, 1000)
    except OSError as caught:
        print(caught)
    """
    place.write("program.py", PROGRAM + more)
    assert place.run("program.py") == "the pipe is gone\n"


@pytest.mark.parametrize("magic", ["", "%%par\n"])
def test_a_bar_in_a_notebook(cache, magic):
    cells = [
        "import parc\nfrom parc import par\n%load_ext parc",
        "@parc.jit\ndef work(n, m):\n    s = 0\n    for i in par(range(n), progress=True):\n"
        "        for j in range(m):\n            s += i * j % 7\n    return s",
        f"{magic}work(400000, 2000)",
    ]
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)))
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown, result = notebook.cells[2].outputs
    assert shown.output_type == "display_data"
    assert '<progress value="400000" max="400000"></progress>' in shown.data["text/html"]
    assert "400000/400000" in shown.data["text/plain"]
    assert result.data["text/plain"].isdigit()
