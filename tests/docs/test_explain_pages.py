"""The Python listings of the pages for `parc explain` are what the pages say: what stands under "Fails:" gives the
page's code and no other, everything else compiles. Each page has both.

A page shows what matters and leaves the rest out, which is put around its listings here: imports, a function around a
piece of a function, and a par loop that calls the last function of a file without one.
"""
import pathlib
import re
import subprocess

import pytest
from parc_command import parc_command

ROOT = pathlib.Path(__file__).resolve().parents[2]
LISTING = re.compile(r"^(\w*)[^\n]*:\n+```python\n(.*?)^```$", re.M | re.S)
IMPORTS = """import math

import numpy as np
from numpy.typing import NDArray

import parc
from parc import par

"""
FRAME = """
def piece(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64], m: NDArray[np.float64],
          p: NDArray[np.int64], xs: list[float], n: int, k: int, x: float):
"""
# Codes that `parc check` cannot give, of other commands and of modules, and those of too much for a listing.
NOT_OF_A_LISTING = re.compile(r"PAR(00|08|09|0103|0513|070[789]|0710)")
# What a page's mistake is told as well: by the checker, or by a CPython that is too old for it.
ALSO = {"PAR0113": "PAR0402", "PAR0304": "PAR0101"}
# Listings that show what happens outside of functions.
OUTSIDE = [("PAR0109", "Fails"), ("PAR0409", "Fails"), ("PAR0701", "Fails")]


def find_listings():
    found = []
    for page in sorted((ROOT / "docs" / "diagnostics").glob("PAR*.md")):
        if NOT_OF_A_LISTING.match(page.stem):
            continue
        listings = LISTING.findall(page.read_text(encoding="utf-8"))
        assert [word for word, _ in listings][:2] == ["Fails", "Works"], page
        for number, (word, text) in enumerate(listings):
            found.append(pytest.param(page.stem, word, text, id=f"{page.stem}-{number}"))
    return found


def is_piece(text):
    """Whether it belongs into a function: statements of one stand at its left margin."""
    return re.search(r"^(for|par|while|with|if|return|raise|try|assert) ?\b(?!_)", text, re.M) is not None


def called_in_a_loop(text):
    """The text with a par loop that calls its last function, unless there is a loop already."""
    functions = re.findall(r"^def (\w+)\((.*?)\)(?: ->.*?)?:", text, re.M | re.S)
    if re.search(r"\bpar\b", text) or not functions:
        return text
    name, parameters = functions[-1]
    names = re.findall(r"(?:^|,\s+)(\w+)(?=:|,|$|=)", parameters)
    call = f"{name}({', '.join(names)})"
    return f"{text}\n\ndef caller({parameters}) -> None:\n    for _ in par(range(1), check=\"trust\"):\n        {call}\n"


def framed(code, word, text):
    if (code, word) in OUTSIDE:
        return IMPORTS + text
    future = "".join(re.findall(r"^from __future__ .*\n", text, re.M)) if text.startswith("from __future__") else ""
    text = text.removeprefix(future)
    if is_piece(text):
        text = FRAME + re.sub(r"^(?=.)", "    ", text, flags=re.M)
    return future + IMPORTS + called_in_a_loop(text)


@pytest.mark.parametrize("code, word, text", find_listings())
def test_listing(code, word, text, tmp_path):
    path = tmp_path / "listing.py"
    path.write_text(framed(code, word, text), encoding="utf-8")
    done = subprocess.run([parc_command(), "check", path], capture_output=True, text=True, timeout=60)
    told = re.findall(r"\[(PAR\d{4})\]", done.stderr)
    if word == "Fails":
        assert code in told and set(told) <= {code, ALSO.get(code)}, f"{framed(code, word, text)}\n{done.stderr}"
    else:
        assert done.returncode == 0 and code not in told, f"{framed(code, word, text)}\n{done.stderr}"
