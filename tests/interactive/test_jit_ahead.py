"""Jitted functions of a module that was compiled ahead."""

import pytest

from parc import _compiler

MODULE = """
    import numpy as np
    import parc
    from parc import par

    @parc.jit(threads=2)
    def total(a: parc.f64[:], k: float = 2.0) -> float:
        s = 0.0
        for i in par(range(len(a))):
            s += a[i] * k
        return s

    @parc.jit
    def later(a):
        return total(a) + 1
"""

PROGRAM = """
    import pickle
    import numpy as np
    import jitted

    a = np.arange(10.0)
    assert jitted.__file__.endswith(".so")
    print(jitted.total.signatures, jitted.later.signatures)
    print(jitted.total(a), jitted.total(a, k=3), jitted.total.submit(a).result(), jitted.later(a))
    print(pickle.loads(pickle.dumps(jitted.total)) is jitted.total)
    unaligned = np.frombuffer(b"x" + a.tobytes(), np.uint8)[1:].view(np.float64)
    print(jitted.total(unaligned), jitted.total.__wrapped__(a))
    for call in (lambda: jitted.total(3), lambda: jitted.total.report(), lambda: jitted.total()):
        try:
            call()
        except (TypeError, ValueError) as error:
            print(error)
"""


def test_annotated_functions_are_native_from_the_start(place):
    place.write("jitted.py", MODULE)
    place.write("program.py", PROGRAM)
    place.run("-m", "parc", "compile", "jitted.py")
    assert place.run("program.py").splitlines() == [
        "['(a: np.float64[1], k: float) -> float|np.float64'] []",
        "90.0 135.0 90.0 91.0",
        "True",
        "90.0 90.0",
        "total() argument 'a' must be an array of np.float64 with 1 axis, not int",
        "total was compiled with its file: see `parc check` and `parc emit`",
        "total() missing 1 required positional argument: 'a'",
    ]
    assert place.info()["builds"] == 1  # of `later`


def test_all_of_it_is_python_when_disabled(place):
    place.write("jitted.py", MODULE)
    place.run("-m", "parc", "compile", "jitted.py")
    place.write("program.py", "import jitted, numpy; print(jitted.later(numpy.arange(3.0)))")
    assert place.run("program.py", PARC_DISABLE="1").split() == ["7.0"]
    assert place.info()["builds"] == 0


@pytest.mark.parametrize("text, expected", [
    ("import parc\n@parc.jit\ndef f(x: int): return x", True),
    ("from parc import jit as fast\n@fast(threads=2)\ndef f(x): return x", True),
    ("import numba as parc2\n@parc2.jit\ndef f(x): return x", False),
    ("import parc\ndef f(x): return x", False),
])
def test_builds_compile_files_with_jitted_functions(tmp_path, text, expected):
    (tmp_path / "file.py").write_text(text)
    assert _compiler.uses_par(str(tmp_path / "file.py")) == expected
