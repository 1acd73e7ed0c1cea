"""Files of every sort as input."""
import os
import socket

import pytest

from conftest import HEAT, SUFFIX


def refused(parc, name, code):
    done = parc("compile", name, check=1)
    assert code in done.stderr, done.stderr
    assert done.stdout == ""
    assert not [entry for entry in parc.names() if ".so" in entry]
    return done.stderr


def test_missing(parc):
    assert "does not exist" in refused(parc, "gone.py", "PAR0001")
    parc.write("heat.py", HEAT)
    assert "there is heat.py" in parc("compile", "heat", check=1).stderr


def test_folder_pipe_socket_and_device(parc):
    (parc.folder / "folder.py").mkdir()
    assert "a folder" in refused(parc, "folder.py", "PAR0002")
    os.mkfifo(parc.folder / "pipe.py")
    assert "a pipe" in refused(parc, "pipe.py", "PAR0002")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(parc.folder / "socket.py"))
        assert "a socket" in refused(parc, "socket.py", "PAR0002")
    assert "PAR0002" in parc("check", "/dev/null", check=1).stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable(parc):
    parc.write("secret.py", HEAT).chmod(0)
    refused(parc, "secret.py", "PAR0004")


def test_not_utf8(parc):
    parc.write("latin.py", b"s = '\xe9'\n")
    refused(parc, "latin.py", "PAR0003")


def test_nul_byte(parc):
    parc.write("nul.py", b"x = 1\n\0\n")
    refused(parc, "nul.py", "PAR0012")


def test_unknown_encoding(parc):
    parc.write("odd.py", b"# coding: klingon\n")
    refused(parc, "odd.py", "PAR0011")


def test_syntax_error_and_python_2(parc):
    parc.write("broken.py", "def f(:\n    pass\n")
    refused(parc, "broken.py", "PAR01")
    parc.write("old.py", "print 'hello'\n")
    refused(parc, "old.py", "PAR0102")


@pytest.mark.parametrize("text", [
    'x = fb"text"\n',
    "def f():\n    nonlocal x\n",
    "match x:\n    case a: pass\n    case b: pass\n",
])
def test_what_only_cpython_refuses(parc, text):
    parc.write("strict.py", text)
    assert "CPython" in refused(parc, "strict.py", "PAR0101")


def test_place_of_what_cpython_refuses(parc):
    parc.write("wide.py", 'α = "漢"; x = fb"x"\n')
    assert " --> wide.py:1:16" in refused(parc, "wide.py", "PAR0101")


def test_without_a_second_look(parc):
    parc.write("heat.py", HEAT)
    assert "PAR0805" in parc("check", "heat.py", env={"PARC_PYTHON": "/nowhere/python"}, check=1).stderr


def test_deep_brackets(parc):
    parc.write("deep.py", "x = " + "(" * 5000 + "1" + ")" * 5000 + "\n")
    refused(parc, "deep.py", "PAR0103")


@pytest.mark.parametrize("text", ["", "\n", "x = 1\n", "# only a comment"])
def test_no_par_loop(parc, text):
    parc.write("plain.py", text)
    done = parc("compile", "plain.py", check=0)
    assert "PAR0701" in done.stderr
    assert f"plain{SUFFIX}" in parc.names()


@pytest.mark.parametrize("name, convert", [
    ("mark", lambda text: b"\xef\xbb\xbf" + text.encode()),
    ("windows", lambda text: text.replace("\n", "\r\n").encode()),
    ("cookie", lambda text: b"# -*- coding: latin-1 -*-\nnote = '\xe9'\n" + text.encode()),
    ("no_end", lambda text: text.rstrip("\n").encode()),
])
def test_ordinary_oddities(parc, name, convert):
    parc.write(f"{name}.py", convert(HEAT))
    parc("compile", f"{name}.py", check=0)
    assert f"{name}{SUFFIX}" in parc.names()


@pytest.mark.parametrize("name", ["my-module.py", "1st.py", "a.b.py", "grün.py", "two words.py"])
def test_names_that_python_cannot_import(parc, name):
    parc.write(name, HEAT)
    parc("check", name, check=0)
    refused(parc, name, "PAR0009")


def test_all_errors_in_one_run(parc):
    parc.write("many.py", "from parc import par\n"
                          "def f(n: int) -> int:\n    for i in par(range(n)):\n        x = nowhere\n    return 0\n"
                          "def g(n: int) -> int:\n    for i in par(range(n)):\n        y = nothing\n    return 0\n")
    text = parc("check", "many.py", check=1).stderr
    assert "nowhere" in text and "nothing" in text
