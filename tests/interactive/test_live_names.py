"""Names mean what they are bound to at the call, in cells and in files: the answers of Python after every change."""

import textwrap

import pytest
from IPython.core.interactiveshell import InteractiveShell

from parc import CompileError

SETUP = "%load_ext parc\nimport parc, math, functools\nimport numpy as np\nfrom parc import par"
LOOP = "%%par\nresult = 0\nfor i in par(range(10)):\n    result += {}\n"
JITTED = "@parc.jit\ndef f(n):\n    s = 0\n    for i in par(range(n)):\n        s += g(i)\n    return s\n"

CASES = {
    "helper of the same cell": ["%%par\ndef g(x):\n    return x\n" + JITTED.replace("@parc.jit\n", "") + "f(3)",
                                "def g(x):\n    return 10 * x", "result = f(10)"],
    "helper of the same cell, jitted": ["def g(x):\n    return x\n" + JITTED + "f(3)", "g = math.sqrt", "result = f(10)"],
    "lambda instead of a helper": ["def g(x):\n    return x\n" + JITTED + "f(3)", "g = lambda x: 3 * x", "result = f(10)"],
    "builtin that is shadowed": [JITTED.replace("g(i)", "min(i, 3)") + "f(5)", "def min(a, b):\n    return 100", "result = f(10)"],
    "recursion into another": ["@parc.jit\ndef f(n):\n    if n == 0:\n        return 1\n    return f(n - 1) + 1\nf(2)",
                               "old = f\ndef f(n):\n    return 1000", "result = old(3)"],
    "import that is rebound": ["%%par\nfrom math import floor as rnd\nfrom math import ceil\nrnd = ceil\nresult = 0\n"
                               "for i in par(range(10)):\n    result += rnd(i + 0.5)"],
    "import of another cell": ["from math import floor as rnd\ndef g(x):\n    return rnd(x)", LOOP.format("g(i + 0.5)"),
                               "from math import ceil as rnd", LOOP.format("g(i + 0.5)")],
    "class instead of a module": ["import math as mm\ndef g(x):\n    return mm.floor(x)",
                                  "class Fake:\n    @staticmethod\n    def floor(x):\n        return 100\nmm = Fake",
                                  LOOP.format("g(i + 0.5)")],
    "variable that the loop assigns": ["n = 1\ndef g(x):\n    return x + n", "%%par\nresult = 0\n"
                                       "for i in par(range(5)):\n    n = i\n    result += g(0)"],
    "variable of the loop": ["i = 100\ndef g(x):\n    return x * i", LOOP.format("g(1)")],
    "sum that a helper reads": ["result = 5\ndef g(x):\n    return x + result", LOOP.format("g(1)")],
    "namesake above": ["def g(x):\n    return x\nh = g\ndef g(x):\n    return 100 * x", LOOP.format("h(i)")],
    "namesake inside": ["def g(x):\n    return x\ndef make():\n    def g(x):\n        return 100 * x\n    return g\nh = make()",
                        LOOP.format("h(i)")],
    "namesake in a class": ["def f(x):\n    return x\nclass C:\n    @staticmethod\n    def f(x):\n        return 100 * x\nh = C.f",
                            LOOP.format("h(i)")],
    "wraps": ["def g(x):\n    return x + 1\ndef w(x):\n    return 100 * x\nw = functools.wraps(g)(w)", LOOP.format("w(i)")],
    "wrapped by hand": ["def add(f):\n    @functools.wraps(f)\n    def w(*a):\n        return f(*a) + 1000\n    return w\n"
                        "def h(x, k=2):\n    return x * k\nh2 = add(h)", LOOP.format("h2(i)")],
    "default of a name": ["K = 1", "def g(x, k=K):\n    return x * k", "K = 2", LOOP.format("g(i)")],
    "default of a name that the body reads": ["K = 1", "def g(x, k=K):\n    return x * k + K", "K = 2", LOOP.format("g(i)")],
    "changed defaults": ["def g(x, k=2):\n    return x * k", LOOP.format("g(i)"), "g.__defaults__ = (5,)", LOOP.format("g(i)")],
    "changed keyword defaults": ["def g(x, *, k=2):\n    return x * k", LOOP.format("g(i)"), "g.__kwdefaults__['k'] = 5",
                                 LOOP.format("g(i)")],
    "globals()": ["K = 2\n" + JITTED.replace("g(i)", "K") + "f(3)", "globals()['K'] = 7", "result = f(10)"],
    "function under if": ["%%par\nif True:\n    def f(n):\n        t = 0\n        par i in range(n):\n            t += i\n"
                          "        return t\nresult = f(10)"],
    "helpers under if and try": ["try:\n    import nothere\nexcept ImportError:\n    def g(x):\n        \"\"\"Text\n\"\"\"\n"
                                 "        y = (x +\n 1)\n        return y\nif True:\n    @functools.wraps(len)\n"
                                 "    def h(x): return x * 2", LOOP.format("g(i) + h(i)")],
    "import and function in one cell": ["import numpy as np\nimport parc\nfrom parc import par\n@parc.jit\ndef f(xs):\n"
                                        "    s = 0.0\n    for i in par(range(len(xs))):\n        s += xs[i]\n"
                                        "    return np.sqrt(s)\nresult = f(np.arange(9.0))"],
    "import and helper in one cell": ["import math\ndef g(x):\n    return math.sqrt(x)", LOOP.format("g(i)")],
    "decorators": ["def mark(tag):\n    def inner(f):\n        return f\n    return inner\nslow = mark('slow')\n@slow\n@parc.jit\n"
                   "def f(n: slow) -> mark(3):\n    return n + 1\nresult = f(1)"],
    "jit in a cell of par": ["%%par\n@parc.jit(threads=2)\ndef f(n):\n    s = 0\n    for i in par(range(n)):\n        s += i\n"
                             "    return s\nresult = f(9)"],
    "NumPy's numbers": ["K = np.float64(2)\ndef g(x):\n    return x * K", LOOP.format("g(i)"), "K = np.float64(3)",
                        LOOP.format("g(i)"), "K = np.float32(0.1)\nresult = (result, K)[0]", LOOP.format("g(i)")],
    "NumPy's numbers of other cells": ["K, L = np.float64(1), np.int8(7)\nT = (np.float64(2), 3)\neps = np.finfo(float).eps",
                                       "def g(x):\n    return x * K + L + T[0] * T[1] + eps", LOOP.format("g(i)")],
    "computed defaults": ["K = 1\ndef g(x, k=float(K), *, m=K if K > 0 else 5):\n    return x * k + m", "K = 2",
                          LOOP.format("g(i)")],
    "computed defaults of NumPy": ["K = 1", "def g(x, k=np.float64(K), m=np.int8(K + 1)):\n    return x * k + m", "K = 2",
                                   LOOP.format("g(i)")],
    "defaults of another type": ["def g(x, k=2):\n    return x * k", LOOP.format("g(i)"), "g.__defaults__ = (2.0,)",
                                 LOOP.format("g(i)")],
    "zeros with signs": ["W = complex(1.0, -0.0)\ndef g(x):\n    return math.copysign(1.0, W.imag) + x", LOOP.format("g(i)")],
    "text of several lines": ["@parc.jit\ndef f(n):\n    if n > 0:\n        raise ValueError('''a\n    ; b\n\\\n;;c''')\n    return n",
                              "try:\n    f(1)\nexcept ValueError as error:\n    result = str(error)"],
    "a semicolon in the loop": ["%%par\nresult = 0\nfor i in par(range(5)):\n    result += i;\nx = 1",
                                "%%par\nfor i in par(range(5)): result += i;"],
    "statement behind a semicolon": ["x = 1; V = np.ndarray\ndef g(x: V): return x * 2", LOOP.format("g(i)")],
    "objects with odd attributes": ["from unittest import mock\nclass S:\n    signatures = 3\no, c = S(), mock.call\n"
                                    "def g(x):\n    return x if x < 100 else o + c", LOOP.format("g(i)")],
    "sets": ["def g(n):\n    if n in {19, 11, 3, 27}:\n        return 1\n    return 0", LOOP.format("g(i)")],
    "two definitions": ["%%par\ndef f(n):\n    t = 0\n    par i in range(n):\n        t += i\n    return t\ng = f\n"
                        "def f(n):\n    return 5\nresult = g(10) + f(1)"],
    "deleted name": [JITTED.replace("g(i)", "i") + "h = f\ndel f", "result = h(4)"],
    "decorator of a blanked function": ["@functools.lru_cache\ndef a(x):\n    return x\ndef g(x):\n    return x + 1\na = None",
                                        LOOP.format("g(i)")],
    "semicolons": ["%%par\nresult = 0; import math as mt; from math import sqrt\npar i in range(10):\n    result += mt.floor(sqrt(i))"],
    "NumPy's constant and an alias": ["from typing import Optional\nV = np.ndarray\npi = np.pi", LOOP.format("pi * i")],
    "None before the loop": ["%%par\nbest = None\npar i in range(3):\n    if best is None or i > best:\n        best = i\nresult = best"],
    "tuple that stays": ["%%par\nt = (1, 2)\nfor i in par(range(5)):\n    if i > 10:\n        t = (i, 3)\nresult = t"],
    "array that stays": ["%%par\nt = np.ones(2)\nfor i in par(range(5)):\n    if i > 10:\n        t = np.zeros(2)\nresult = t.sum()"],
    "par by another name": ["%%par\np = par\nresult = 0\nfor i in p(range(4)):\n    result += i"],
    "star import": ["from math import *", LOOP.format("floor(i + 0.5)")],
}


def python_of(cell):
    """The cell without parc."""
    masked = cell.removeprefix("%%par\n").replace("@parc.jit\n", "").replace("@parc.jit(threads=2)\n", "").removeprefix("%load_ext parc\n")
    return masked.replace("par i in", "for i in")


@pytest.mark.parametrize("cells", CASES.values(), ids=CASES)
def test_same_as_python_or_refused(cells, cache, monkeypatch):
    monkeypatch.setenv("PARC_SMALL", "0")
    variables = {"__name__": "__main__"}
    for cell in [SETUP, *cells]:
        exec(python_of(cell), variables)
    shell = InteractiveShell.instance()
    shell.reset(new_session=True)
    for cell in [SETUP, *cells]:
        result = shell.run_cell(cell)
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, CompileError):
            assert "PAR0000" not in str(error) and "_parc_" not in str(error), error
            return
        assert error is None, error
    found, expected = shell.user_ns["result"], variables["result"]
    assert (type(found), repr(found)) == (type(expected), repr(expected))


REFUSED = {"objects with odd attributes", "sets", "variable that the loop assigns", "variable of the loop", "sum that a helper reads", "namesake inside", "wraps",
           "lambda instead of a helper", "class instead of a module", "wrapped by hand", "recursion into another",
           "namesake in a class", "None before the loop", "par by another name"}


@pytest.mark.parametrize("name", CASES.keys() - REFUSED)
def test_not_refused(name, cache):
    shell = InteractiveShell.instance()
    shell.reset(new_session=True)
    for cell in [SETUP, *CASES[name]]:
        shell.run_cell(cell).raise_error()


MODULE = """
    K = 2
    def scale(x):
        return x * K
    def other(x):
        return x - 1
"""
USE = """
    import importlib, pathlib, sys
    import parc
    from parc import par
    import umod
    from umod import scale

    @parc.jit
    def f(n):
        s = 0
        for i in par(range(n)):
            s += umod.scale(i) + scale(i) + umod.K
        return s

    def check():
        print(f(10) == f.__wrapped__(10), f(10))
"""


@pytest.mark.parametrize("change", [
    "umod.K = 100", "umod.scale = umod.other", "umod.scale = abs", "scale = umod.other", "umod.__dict__['K'] = 7",
    "import package.sub; umod = package.sub"])
def test_attributes_of_modules(place, change):
    place.write("umod.py", MODULE)
    place.write("package/__init__.py", "")
    place.write("package/sub.py", MODULE.replace("K = 2", "K = 30"))
    place.write("program.py", textwrap.dedent(USE) + f"\ncheck()\n{change}\ncheck()\n")
    lines = place.run("program.py").split("\n")
    assert [line.split()[0] for line in lines[:2]] == ["True", "True"] and lines[0] != lines[1]


def test_submodules(place):
    place.write("package/__init__.py", "")
    place.write("package/inner/__init__.py", "")
    place.write("package/inner/deep.py", MODULE)
    place.write("program.py", """
        import parc
        from parc import par
        import package.inner.deep

        @parc.jit
        def f(n):
            s = 0
            for i in par(range(n)):
                s += package.inner.deep.scale(i) + package.inner.deep.K
            return s

        print(f(10) == f.__wrapped__(10))
        package.inner.deep.K = 9
        print(f(10) == f.__wrapped__(10))
    """)
    assert place.run("program.py").split() == ["True", "True"]


def test_a_file_that_is_edited_while_the_program_runs(place):
    place.write("umod.py", MODULE)
    more = """
    check()
    pathlib.Path("umod.py").write_text("K = 2\\ndef scale(x):\\n    return x * K + 1000\\n")
    f(10)
    try:
        f(10.0) if False else parc.jit(f.__wrapped__)(10)
    except parc.CompileError as error:
        print(error)
    importlib.reload(umod)
    from umod import scale
    check()
    """
    place.write("program.py", textwrap.dedent(USE) + textwrap.dedent(more))
    lines = place.run("program.py").splitlines()
    assert lines[0].startswith("True") and lines[2].startswith("True"), lines
    assert lines[1].startswith("PAR0907: ") and "umod.py was edited after scale was defined" in lines[1]


def test_the_standard_library(place):
    """A file beside does not stand in for it, and what is no Python function is refused by its name."""
    place.write("package/__init__.py", "")
    place.write("package/stat.py", "S_IRUSR = 1")
    place.write("package/core.py", """
        import random, stat, calendar
        import parc
        from parc import par

        @parc.jit
        def f(n):
            s = 0
            for i in par(range(n)):
                s += stat.S_IRUSR
            return s

        @parc.jit
        def g(n):
            return random.random() + n
    """)
    place.write("program.py", """
        import parc
        from package.core import f, g
        print(f(10) == f.__wrapped__(10))
        try:
            g(1)
        except parc.CompileError as error:
            print(error)
    """)
    assert place.run("program.py").splitlines() == ["True", "PAR0420: 'random.random' is nothing that native functions know"]


def test_two_modules_of_one_name(place):
    for folder, number in (("a", 1), ("b", 50)):
        place.write(f"{folder}/config.py", f"K = {number}\ndef g(x):\n    return x * K\n")
    place.write("program.py", """
        import importlib.util
        import parc
        from parc import par

        def load(path):
            spec = importlib.util.spec_from_file_location("config", path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module

        c1, c2 = load("a/config.py"), load("b/config.py")

        @parc.jit
        def f(n):
            s = 0
            for i in par(range(n)):
                s += c1.K * 100 + c2.K + c1.g(i) + c2.g(i)
            return s

        print(f(10) == f.__wrapped__(10))
    """)
    assert place.run("program.py") == "True\n"
