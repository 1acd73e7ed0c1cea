"""The import hook and `parc run`."""

import pytest

MODULE = """
    import math
    from .helpers import half

    def total(n: int) -> float:
        s = 0.0
        par i in range(n):
            s += half(float(i))
        return s

    class Plain:
        ratio = math.pi
"""
PROGRAM = """
    import parc.importer
    parc.importer.install("package")
    import package.module
    print(package.module.total(5), hasattr(package.module, "__parc_native__"), package.module.__file__)
"""


@pytest.fixture
def package(place):
    place.write("package/__init__.py", "")
    place.write("package/helpers.py", "def half(x):\n    return x / 2\n")
    place.write("package/module.py", MODULE)
    place.write("program.py", PROGRAM)
    return place


def test_modules_are_compiled_at_import(package):
    expected = f"5.0 True {package.folder}/package/module.py\n"
    assert package.run("program.py") == expected
    assert package.run("program.py") == expected
    info = package.info()
    assert (info["builds"], info["hits"]) == (1, 1)


def test_an_edited_module_is_built_again(package):
    package.run("program.py")
    package.write("package/helpers.py", "def half(x):\n    return x / 4\n")
    assert package.run("program.py").startswith("2.5 True")
    assert package.info()["builds"] == 2


def test_disabled_is_python(package):
    assert package.run("program.py", PARC_DISABLE="1") == f"5.0 False {package.folder}/package/module.py\n"
    assert package.info()["entries"] == 0


def test_a_mistake_fails_the_import(package):
    package.write("package/module.py", "def f(n):\n    par i in range(n):\n        pass\n")
    output = package.run("program.py", status=1)
    assert "parc.CompileError: 1 error" in output and "PAR0305" in output and "module.py:1:5" in output


def test_other_modules_are_left_alone(place):
    place.write("other.py", "from parc import par\ntotal = sum(par(range(4)))\n")
    place.write("program.py", "import parc.importer\nparc.importer.install('package')\nimport other\nprint(other.total)\n")
    assert place.run("program.py") == "6\n"


def test_uninstall_ends_it(package):
    package.write("program.py", """
        import parc.importer
        parc.importer.install("package")
        parc.importer.uninstall()
        import package.helpers
        print(type(package.helpers.__loader__).__name__)
    """)
    assert package.run("program.py") == "SourceFileLoader\n"


@pytest.mark.parametrize("name", ["", "a-b", "x."])
def test_a_name_that_is_none_is_refused(name):
    import parc.importer

    with pytest.raises(ValueError):
        parc.importer.install(name)


SCRIPT = """
    import sys
    import near

    def total(n: int) -> int:
        s = 0
        par i in range(n):
            s += near.twice(i)
        return s

    if __name__ == "__main__":
        print(total(4), sys.argv[1:], __file__, type(total).__name__)
        sys.exit(3)
"""


def test_a_script_is_run(place):
    place.write("near.py", "def twice(x):\n    return 2 * x\n")
    script = place.write("a-script.py", SCRIPT)
    output = place.parc("run", str(script), "--option", "x", status=3)
    assert output == f"12 ['--option', 'x'] {script} NativeFunction\n"


def test_a_script_without_par_is_run(place):
    place.write("plain.py", "print(__name__)\n")
    assert place.parc("run", "plain.py") == "__main__\n"


def test_a_script_with_a_mistake_is_not_begun(place):
    place.write("script.py", "print('begun')\ndef f(n):\n    par i in range(n):\n        pass\n")
    output = place.parc("run", "script.py", status=1)
    assert "PAR0305" in output and "begun" not in output and "Traceback" not in output


def test_a_script_that_does_not_exist(place):
    assert "no_script.py is no file" in place.parc("run", "no_script.py", status=1)


def test_a_script_alone_whose_name_is_none_of_a_module(place):
    place.write("my-script.py", "from parc import par\nprint([x for x in par([1])])\n".replace("[x for x in par([1])]", "1"))
    assert place.run("-m", "parc", "run", "my-script.py") == "1\n"


@pytest.mark.parametrize("line", ["import os, parc", "import os; import parc", "import parc as p"])
def test_every_way_to_name_parc(place, line):
    name = "p" if " as " in line else "parc"
    place.write("package/__init__.py", "")
    place.write("package/module.py", f"""
        {line}
        def total(n: int) -> int:
            s = 0
            for i in {name}.par(range(
                    n)):
                s += i
            return s
    """)
    place.write("program.py", "import parc.importer; parc.importer.install('package')\n"
                "import package.module as m; print(m.total(4), hasattr(m, '__parc_native__'))")
    assert place.run("program.py") == "6 True\n"


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
@pytest.mark.parametrize("statement", ["par i in range(n):", "for i in par(range(n)):"])
def test_a_script_that_starts_processes(place, method, statement):
    place.write("script.py", f"""
        import multiprocessing, sys
        from concurrent.futures import ProcessPoolExecutor
        from parc import par

        def total(n: int) -> int:
            s = 0
            {statement}
                s += i
            return s

        def work(n):
            return total(n), hasattr(total, "__parc_native__")

        if __name__ == "__main__":
            context = multiprocessing.get_context("{method}")
            with context.Pool(2) as pool:
                print(pool.map(work, [3, 4]))
            with ProcessPoolExecutor(2, mp_context=context) as pool:
                print(list(pool.map(work, [5])))
    """)
    assert place.run("-m", "parc", "run", "script.py") == "[(3, True), (6, True)]\n[(10, True)]\n"


def test_reload(package):
    package.write("program.py", PROGRAM + """
    import importlib, pathlib
    module = package.module
    module.extra = 1
    assert importlib.reload(module) is module and module.total(5) == 5.0 and module.extra == 1
    path = pathlib.Path("package/module.py")
    path.write_text(path.read_text().replace("s = 0.0", "s = 100.0"))
    assert importlib.reload(module) is module
    print(module.total(5), hasattr(module.total, "__parc_native__"))
    """)
    assert package.run("program.py").splitlines()[1] == "105.0 True"


def test_modules_of_the_current_folder_are_not_imported(place):
    place.write("random.py", "raise RuntimeError('not this one')")
    place.write("scripts/script.py", SCRIPT_ALONE)
    assert place.run("-m", "parc", "run", "scripts/script.py", "a", "b") == "['scripts/script.py', 'a', 'b'] 6 scripts\n"


SCRIPT_ALONE = """
    import os, random, sys
    from parc import par

    def total(n: int) -> int:
        s = 0
        for i in par(range(n)):
            s += i
        return s

    print(sys.argv, total(4), os.path.basename(sys.path[0]))
"""
