"""Formats of messages: JSON lines, text, colours."""
import json
import os
import pty
import subprocess

import pytest
from conftest import HEAT, REFUSED
from parc_command import parc_command

DIAGNOSTIC_KEYS = {"kind", "severity", "code", "message", "file", "line", "column", "end_line", "end_column",
                   "labels", "fixits"}
LOOP_KEYS = {"kind", "function", "file", "line", "verdict", "reasons"}


def objects(text):
    return [json.loads(line) for line in text.splitlines()]


def test_json_of_proven_loops(parc):
    parc.write("heat.py", HEAT)
    done = parc("check", "--format", "json", "heat.py", check=0)
    assert done.stderr == ""
    loops = objects(done.stdout)
    assert [set(loop) for loop in loops] == [LOOP_KEYS, LOOP_KEYS]
    assert [(loop["kind"], loop["function"], loop["file"], loop["line"], loop["verdict"]) for loop in loops] == [
        ("loop", "step", "heat.py", 8, "parallel"), ("loop", "total", "heat.py", 14, "parallel")]
    assert all(loop["reasons"] and all(isinstance(reason, str) for reason in loop["reasons"]) for loop in loops)


def test_json_of_a_refused_loop(parc):
    parc.write("prefix.py", REFUSED)
    found = objects(parc("check", "--format", "json", "prefix.py", check=1).stdout)
    errors = [thing for thing in found if thing["kind"] == "diagnostic"]
    assert errors and all(set(error) == DIAGNOSTIC_KEYS for error in errors)
    assert errors[0]["severity"] == "error" and errors[0]["code"].startswith("PAR05")
    assert errors[0]["file"] == "prefix.py" and errors[0]["line"] == 8
    loop = [thing for thing in found if thing["kind"] == "loop"]
    assert [(thing["line"], thing["verdict"]) for thing in loop] == [(7, "refused")]


def test_json_of_compile(parc):
    parc.write("prefix.py", REFUSED)
    done = parc("compile", "--format=json", "prefix.py", check=1)
    assert any(thing.get("verdict") == "refused" for thing in objects(done.stdout))
    assert done.stderr == ""


def test_json_of_a_file_that_is_not_there(parc):
    (error,) = objects(parc("check", "--format=json", "gone.py", check=1).stdout)
    assert error["code"] == "PAR0001" and set(error) == DIAGNOSTIC_KEYS
    assert error["file"] == "gone.py" and error["line"] is None


def test_columns_count_characters(parc):
    parc.write("wide.py", "from parc import par\ndef f(n: int) -> int:\n    s = 'äöü漢'; t = nowhere\n"
                          "    for i in par(range(n)):\n        pass\n    return 0\n")
    found = objects(parc("check", "--format=json", "wide.py", check=1).stdout)
    error = next(thing for thing in found if thing["kind"] == "diagnostic" and thing["code"] == "PAR0201")
    assert (error["line"], error["column"], error["end_column"]) == (3, 21, 28)


def test_loops_of_functions_with_errors_are_refused(parc):
    parc.write("bad.py", HEAT + "\n\nclass Grid:\n    def step(self, n: int) -> None:\n"
                                "        for i in par(range(n)):\n            pass\n")
    found = objects(parc("check", "--format=json", "bad.py", check=1).stdout)
    verdicts = {thing["function"]: thing["verdict"] for thing in found if thing["kind"] == "loop"}
    assert verdicts == {"step": "parallel", "total": "parallel", "Grid.step": "refused"}


def test_text_goes_to_standard_error(parc):
    parc.write("heat.py", HEAT)
    done = parc("check", "heat.py", check=0)
    assert done.stdout == ""
    assert "heat.py:8: par loop in step: parallel" in done.stderr


def run_on_terminal(arguments, folder, **variables):
    """Standard error as a terminal sees it."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **variables}
    if "NO_COLOR" not in variables:
        environment.pop("NO_COLOR", None)
    subprocess.run([parc_command(), *arguments], cwd=folder, stderr=follower, stdout=subprocess.DEVNULL,
                   env=environment, timeout=60)
    os.close(follower)
    text = b""
    try:
        while chunk := os.read(leader, 4096):
            text += chunk
    except OSError:  # the other end is closed
        pass
    os.close(leader)
    return text


def test_colours(parc):
    parc.write("prefix.py", REFUSED)
    check = ["check", "prefix.py"]
    assert b"\x1b[" in run_on_terminal(check, parc.folder)
    assert b"\x1b[" not in run_on_terminal(check, parc.folder, NO_COLOR="1")
    assert b"\x1b[" not in run_on_terminal(check, parc.folder, TERM="dumb")
    assert b"\x1b[" not in run_on_terminal([*check, "--color=never"], parc.folder)
    assert "\x1b[" not in parc(*check, check=1).stderr
    assert "\x1b[" in parc(*check, "--color=always", check=1).stderr


WITNESSES = '''from parc import par
import numpy as np
from numpy.typing import NDArray


def push(a, k):
    a[k + 1] = a[k] + 1


def {name}(a: NDArray[np.int64]) -> None:
    row = np.zeros(8)
    for i in par(range(len(a) - 2)):
        {body}
'''


@pytest.mark.parametrize("body, message, direction, labels", [
    ("a[i + 1] = a[i]", "iteration i = 0 writes a[1], which iteration i = 1 reads", "read after write",
     ["read here", "written here"]),
    ("a[i] = a[i + 1]", "iteration i = 0 reads a[1], which iteration i = 1 overwrites", "write after read",
     ["read here", "written here"]),
    ("a[0] = i", "iterations i = 0 and i = 1 both write a[0]", "write after write", ["written here"]),
    ("a[0] -= a[i + 2]", "iteration i = 0 writes a[0], which iteration i = 1 reads", "read after write",
     ["read and written here"]),
    ("push(a, i)", "iteration i = 0 writes a[1], which iteration i = 1 reads", "read after write",
     ["read here", "written here", "called here by the iteration"]),
    ("row[0] = a[i]; a[i] = int(row[0])", "iteration i = 0 writes row[0], which iteration i = 1 reads",
     "read after write", ["written here", "read here"]),
])
def test_witnesses(parc, body, message, direction, labels):
    parc.write("case.py", WITNESSES.format(name="f", body=body))
    found = objects(parc("check", "--format=json", "case.py", check=1).stdout)
    (error,) = [thing for thing in found if thing["kind"] == "diagnostic"]
    assert message in error["message"]
    notes = [label["message"] for label in error["labels"]]
    assert any(note.startswith(direction) for note in notes)
    assert notes[:len(labels)] == labels


IN_A_CALLEE = '''from parc import par
import numpy as np
from numpy.typing import NDArray


def larger(x, y):
    return y if abs(y) > abs(x) else x


def one(a: NDArray[np.float64]) -> float:
    s = par.reduction(0.0, larger)
    for v in par(a):
        s = larger(float(v), s)
    return s
'''


def test_what_a_callee_does_names_the_loop(parc):
    parc.write("callee.py", IN_A_CALLEE)
    found = objects(parc("check", "--format=json", "callee.py", check=1).stdout)
    (error,) = [thing for thing in found if thing["kind"] == "diagnostic"]
    assert [label["line"] for label in error["labels"] if label["message"] == "in this par loop"] == [12]


def test_what_a_syntax_error_leaves_has_no_verdict(parc):
    parc.write("broken.py", "from parc import par\n\n\ndef f(n: int) -> None:\n    for i in par(range(n)):\n    pass\n")
    found = objects(parc("check", "--format=json", "broken.py", check=1).stdout)
    assert [thing["kind"] for thing in found] == ["diagnostic"]


def test_a_closed_pipe_is_no_disaster(parc):
    parc.write("heat.py", HEAT)
    done = subprocess.run(f"{parc_command()} emit --stage=asm heat.py | head -n 1", shell=True, cwd=parc.folder,
                          capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() and done.stderr == ""
