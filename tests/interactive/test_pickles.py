"""Pickled jitted functions: the versions in a pickle are used only where they are of the same source."""

FILE = """
    import parc
    from parc import par
    from factor import FACTOR

    @parc.jit
    def total(n):
        s = 0
        for i in par(range(n)):
            s += i * FACTOR
        return s
"""
DUMP = """
    import pickle, sys
    import module
    print(module.total(4))
    with open("total.pickle", "wb") as file:
        pickle.dump(module.total, file)
"""
LOAD = """
    import pickle
    with open("total.pickle", "rb") as file:
        total = pickle.load(file)
    print(total(4), total.__wrapped__(4))
"""
CELLS = """
    import pickle
    from IPython.core.interactiveshell import InteractiveShell
    shell = InteractiveShell.instance()

    def run(text):
        shell.run_cell(text).raise_error()

    run("import parc")
    run("from parc import par; factor = 1")
    run("@parc.jit\\ndef total(n):\\n    s = 0\\n    for i in par(range(n)):\\n        s += i * factor\\n    return s")
    run("a = total(4)")
    run("factor = 10")
"""


def test_an_edited_function_is_not_the_pickled_one(place):
    place.write("factor.py", "FACTOR = 1")
    place.write("module.py", FILE)
    place.write("dump.py", DUMP)
    place.write("load.py", LOAD)
    assert place.run("dump.py") == "6\n"
    assert place.run("load.py") == "6 6\n"
    assert place.info()["builds"] == 1
    place.write("module.py", FILE.replace("i * FACTOR", "i * FACTOR + 1"))
    assert place.run("load.py") == "10 10\n"
    place.write("factor.py", "FACTOR = 100")
    assert place.run("load.py") == "604 604\n"


def test_an_edited_module_that_it_uses(place):
    place.write("factor.py", "FACTOR = 1")
    place.write("module.py", FILE)
    place.write("dump.py", DUMP)
    place.write("load.py", LOAD)
    place.run("dump.py")
    place.write("factor.py", "FACTOR = 100")
    assert place.run("load.py") == "600 600\n"


def test_a_changed_global_of_a_notebook(place):
    more = """
    with open("total.pickle", "wb") as file:
        pickle.dump(shell.user_ns["total"], file)
    copy = pickle.loads(pickle.dumps(shell.user_ns["total"]))
    print(copy(4))
    run("factor = 5")
    print(copy(4), shell.user_ns["total"](4))
    """
    place.write("program.py", CELLS + more)
    assert place.run("program.py").split() == ["60", "30", "30"]
    place.write("load.py", LOAD)
    assert place.run("load.py") == "60 60\n"


def test_a_fork_while_another_thread_compiles(place):
    place.write("program.py", """
        import os, threading, time
        import parc
        from parc import par
        import functions
        worker = threading.Thread(target=functions.compile_all)
        worker.start()
        statuses = []
        for k in range(6):
            time.sleep(0.05)
            child = os.fork()
            if child == 0:
                os._exit(functions.last(k * 1.5) != k * 1.5 + 99)
            statuses.append(os.waitpid(child, 0)[1])
        worker.join()
        print(statuses)
    """)
    text = "".join(f"@parc.jit\ndef f{k}(x):\n    return x + {k}\n" for k in range(10))
    place.write("functions.py", "import parc\n" + text + "@parc.jit\ndef last(x):\n    return x + 99\n"
                "def compile_all():\n    for k in range(10):\n        globals()[f'f{k}'](1.0)\n")
    assert place.run("program.py") == "[0, 0, 0, 0, 0, 0]\n"


def test_two_functions_of_one_text_have_their_own_places(place):
    text = """
        import parc
        @parc.jit
        def item(a, i):
            return a[i]
    """
    place.write("one.py", text)
    place.write("two.py", text)
    place.write("program.py", """
        import traceback
        import numpy as np
        import one, two
        two.item(np.ones(3), 0)
        one.item(np.ones(3), 0)
        for module in (one, two):
            try:
                module.item(np.ones(3), 7)
            except IndexError as error:
                print(traceback.extract_tb(error.__traceback__)[-1].filename)
    """)
    assert place.run("program.py").split() == [f"{place.folder}/one.py", f"{place.folder}/two.py"]


def test_starred_parameters(place):
    place.write("program.py", """
        import parc
        @parc.jit
        def f(a, *rest):
            return a
        try:
            f(1, 2)
        except parc.CompileError as error:
            print(error)
    """)
    assert "error[PAR0416]: a * or ** parameter is not supported" in place.run("program.py")


RESTORED = """
    from __future__ import annotations
    import math
    from typing import TYPE_CHECKING, Annotated
    import numpy as np
    from numpy.typing import NDArray
    import parc
    from parc import par
    import helpers
    from helpers import half
    if TYPE_CHECKING:
        from nowhere import Nothing

    Arr = NDArray[np.float64]
    K = np.float64(3)
    HAVE = True

    if HAVE:
        @parc.jit
        def f(a: Arr, b: Nothing = 2, *, c: float = K):
            s = 0.0
            for i in par(range(len(a))):
                s += math.sqrt(a[i]) * K + half(i) + helpers.half(i) + np.floor(b)
            return s

    if __name__ == "__main__":
        import cloudpickle, subprocess, sys
        a = np.arange(10.0)
        print(f(a) == f.__wrapped__(a))
        with open("f.pickle", "wb") as file:
            cloudpickle.dump((f, a), file)
        program = "import pickle; f, a = pickle.load(open('f.pickle', 'rb')); print(f(a) == f.__wrapped__(a), f(a, 3.0))"
        print(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True))
"""


def test_what_a_pickle_of_a_program_restores(place):
    place.write("helpers.py", "def half(x):\n    return x / 2\n")
    place.write("program.py", RESTORED)
    output = place.run("program.py")
    assert output.startswith("True\n") and "stdout='True " in output, output


def test_functions_in_a_file_of_tests(place):
    place.write("test_it.py", """
        import parc
        from parc import par

        def helper(x):
            assert x >= 0
            return x

        @parc.jit
        def f(n):
            assert n > 0
            s = 0
            for i in par(range(n)):
                s += helper(i)
            return s

        def test_f():
            assert f(10) == 45
    """)
    assert "1 passed" in place.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py")
