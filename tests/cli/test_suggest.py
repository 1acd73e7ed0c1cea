"""`parc suggest`: formats, spellings of the change, and how files are replaced."""
import json
import os

import fastjsonschema
import pytest

from conftest import HEAT
from test_sarif import SCHEMA

TWICE = '''import numpy as np
from numpy.typing import NDArray


def twice(a: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    for i in range(len(a)):
        out[i] = 2.0 * a[i]
'''
HEADER = "import numpy as np\nfrom numpy.typing import NDArray\n"


def changed(parc, text, *words):
    path = parc.write("case.py", text)
    parc("suggest", "--write", *words, "case.py", check=0)
    return path.read_bytes().decode() if isinstance(text, str) else path.read_bytes()


def test_the_call_form_is_plain_python(parc):
    text = changed(parc, TWICE)
    assert text == TWICE.replace("range(len(a))", "par(range(len(a)))").replace(
        "import NDArray\n", "import NDArray\nfrom parc import par\n")
    compile(text, "case.py", "exec")
    parc("check", "case.py", check=0)


def test_the_statement_form_changes_three_letters(parc):
    assert changed(parc, TWICE, "--statement") == TWICE.replace("for i", "par i")


def test_a_file_with_the_statement_form_keeps_to_it(parc):
    more = "\n\ndef sums(n: int) -> int:\n    s = 0\n    par i in range(n):\n        s += i\n    return s\n"
    assert changed(parc, TWICE + more) == (TWICE + more).replace("for i", "par i")


@pytest.mark.parametrize("imports, call", [
    ("from parc import par\n", "par"),
    ("from parc import par as p\n", "p"),
    ("import parc\n", "parc.par"),
    ("import parc as pc\n", "pc.par"),
])
def test_names_that_are_there_are_used(parc, imports, call):
    text = TWICE.replace(HEADER, HEADER + imports)
    assert changed(parc, text) == text.replace("range(len(a))", f"{call}(range(len(a)))")


def test_other_things_called_par(parc):
    text = TWICE + "\n\ndef par(x):\n    return x\n"
    assert changed(parc, text).startswith(HEADER + "import parc\n")
    assert "in parc.par(range(len(a))):" in (parc.folder / "case.py").read_text()
    text += "\n\nparc = 1\n"
    assert changed(parc, text) == text
    assert "other things called par and parc" in parc("suggest", "case.py", check=0).stderr


@pytest.mark.parametrize("start, place", [
    ('"""Text."""\n', '"""Text."""\n\nfrom parc import par\n'),
    ("", "from parc import par\n\n"),
    ("#!/usr/bin/env python3\n# a comment\n", "#!/usr/bin/env python3\n# a comment\nfrom parc import par\n\n"),
])
def test_the_import_without_others(parc, start, place):
    body = "def count(n: int) -> int:\n    s = 0\n    for i in range(n):\n        s += i * i\n    return s\n"
    assert changed(parc, start + body).startswith(place)
    parc("check", "case.py", check=0)


def test_future_imports_stay_first(parc):
    text = changed(parc, "from __future__ import annotations\n" + TWICE)
    assert text.index("__future__") < text.index("from parc import par")
    compile(text, "case.py", "exec")


@pytest.mark.parametrize("encode", [
    lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: ("# -*- coding: latin-1 -*-\n# é Ã©\n" + text).encode("latin-1"),
    lambda text: ("# é 漢\n" + text).encode(),
    lambda text: text.rstrip("\n").encode(),
], ids=["mark", "crlf", "latin-1", "utf-8", "no line end"])
def test_encodings_are_kept(parc, encode):
    before = encode(TWICE)
    newline = b"\r\n" if b"\r\n" in before else b"\n"
    after = before.replace(b"range(len(a))", b"par(range(len(a)))").replace(
        b"import NDArray" + newline, b"import NDArray" + newline + b"from parc import par" + newline)
    assert changed(parc, before) == after
    parc("check", "case.py", check=0)


def test_links_and_modes(parc):
    real = parc.write("real/case.py", TWICE)
    real.chmod(0o750)
    (parc.folder / "case.py").symlink_to(real)
    parc("suggest", "--write", "case.py", check=0)
    assert (parc.folder / "case.py").is_symlink() and "par(" in real.read_text()
    assert real.stat().st_mode & 0o777 == 0o750 and parc.names("real") == ["case.py"]


def test_nothing_is_written_without_the_flag_or_a_suggestion(parc):
    path = parc.write("case.py", TWICE)
    inode = os.stat(path).st_ino
    done = parc("suggest", "case.py", check=0)
    assert path.read_text() == TWICE and "1 of 1 loop can run in parallel; --write" in done.stderr
    heat = parc.write("heat.py", HEAT)
    assert "there is no serial for loop outside par loops" in parc("suggest", "--write", "heat.py", check=0).stderr
    assert os.stat(path).st_ino == inode and heat.read_text() == HEAT


def test_json(parc):
    parc.write("case.py", TWICE + "\n\ndef prefix(a: NDArray[np.float64]) -> None:\n    for i in range(1, len(a)):\n"
                                  "        a[i] += a[i - 1]\n")
    found = [json.loads(line) for line in parc("suggest", "--format=json", "case.py", check=0).stdout.splitlines()]
    assert [(thing["code"], thing["line"], thing["severity"]) for thing in found] == [("PAR0707", 6, "note"), ("PAR0708", 11, "note")]
    assert [fix["text"] for fix in found[0]["fixits"]] == ["par(range(len(a)))", "from parc import par\n"]
    assert found[1]["message"] == "this loop stays serial: iteration i = 1 writes a[1], which iteration i = 2 reads"
    assert {label["message"] for label in found[1]["labels"]} >= {"read here", "written here"} and not found[1]["fixits"]


def test_sarif(parc):
    parc.write("case.py", TWICE)
    document = json.loads(parc("suggest", "--format=sarif", "case.py", check=0).stdout)
    fastjsonschema.compile(json.loads(SCHEMA.read_text(encoding="utf-8")), use_default=False)(document)
    (result,) = document["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("PAR0707", "note") and len(result["fixes"]) == 1


def test_quiet(parc):
    parc.write("case.py", TWICE.replace("2.0 * a[i]", "out[i - 1]"))
    assert parc("suggest", "-q", "case.py", check=0).stderr == ""


@pytest.mark.parametrize("text, code", [("def f(:\n", "PAR0106"), (None, "PAR0001")])
def test_files_that_are_no_python(parc, text, code):
    if text is not None:
        parc.write("case.py", text)
    assert f"[{code}]" in parc("suggest", "case.py", check=1).stderr


@pytest.mark.parametrize("text, reason", [
    ("def f(xs: list[int]) -> None:\n    for x in xs:\n        pass\n", "it does nothing"),
    ("def f(xs):\n    for x in xs:\n        abs(x)\n", "'f' has no annotations"),
    ("def f(n: int):\n    for i in range(n):\n        print(i)\n    for i in range(n):\n        abs(i)\n",
     "the loops of 'f' stay serial"),
    ("def g(n):\n    return open(n)\n\n\ndef f(n: int) -> None:\n    for i in range(n):\n        g(i)\n", "this loop stays serial"),
    ("for i in range(3):\n    pass\nfor i in range(3):\n    pass\n", "the loops outside functions stay serial"),
    ("async def f(n: int):\n    for i in range(n):\n        pass\n", "it stands in an async function"),
    ("def f(n: int) -> int:\n    s = 0\n    for i in range(3):\n        s += i\n    return s\n", "it does at most"),
])
def test_reasons(parc, text, reason):
    parc.write("case.py", text)
    done = parc("suggest", "case.py", check=0)
    assert reason in done.stderr and "PAR0707" not in done.stderr and "error" not in done.stderr
