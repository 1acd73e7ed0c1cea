"""Builds of packages: what is built again, what a build says, and what it leaves behind."""
import subprocess
import sys
import sysconfig

import pytest
from conftest import copy_sample, names_in

SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")


@pytest.fixture
def sample(tmp_path):
    return copy_sample(".", tmp_path)


def build_in_place(builder, project, check=0, **more):
    code = "import setuptools; setuptools.setup()"
    return builder.run(project, "-c", code, "build_ext", "--inplace", check=check, **more)


def natives(project):
    return sorted(path.name for path in project.rglob("*.so*") if "build" not in path.relative_to(project).parts)


def test_in_place_and_again(builder, sample):
    done = build_in_place(builder, sample)
    assert "[1/2] src/terrain/" in done.text and "2 modules, 2 compiled" in done.text
    assert natives(sample) == ["libomp.so.5", f"slope{SUFFIX}", f"water{SUFFIX}"]
    assert (sample / "src/terrain/slope.pyi").exists()
    show = "import terrain.slope as s; print(s.__parc_native__.keys(), hasattr(s, '__parc_cpu__'))"
    assert "'slopes'" in builder.run(sample / "src", "-c", show).stdout

    for path in sample.glob("src/terrain/*.py"):
        path.touch()
    assert "2 modules, nothing to compile" in build_in_place(builder, sample).text

    helper = sample / "src/terrain/angles.py"
    helper.write_text(helper.read_text().replace("math.degrees(", "2.0 * math.degrees("))
    again = build_in_place(builder, sample).text
    assert "2 modules, 1 compiled" in again and "slope.py" in again and "water.py" not in again


def test_editable(builder, sample):
    code = ("import os; from setuptools import build_meta as b; os.makedirs('made'); "
            "print(b.build_editable('made'))")
    assert "linux_x86_64.whl" in builder.run(sample, "-c", code).stdout
    assert natives(sample) == ["libomp.so.5", f"slope{SUFFIX}", f"water{SUFFIX}"]


def test_editable_with_hatch(builder, tmp_path):
    project = copy_sample("hatch", tmp_path)
    code = "import os; from hatchling import build as b; os.makedirs('made'); print(b.build_editable('made'))"
    builder.run(project, "-c", code)
    assert natives(project)[:1] == ["libomp.so.5"] and f"water{SUFFIX}" in natives(project)


def test_sdist_has_sources_only(builder, sample):
    code = "import setuptools; setuptools.setup()"
    build_in_place(builder, sample)
    builder.run(sample, "-c", code, "sdist", "--dist-dir", "made")
    names = subprocess.run(["tar", "-tzf", next((sample / "made").glob("*.tar.gz"))], capture_output=True, text=True).stdout
    assert "src/terrain/water.py" in names and "pyproject.toml" in names and ".so" not in names


def test_all_errors_and_nothing_written(builder, sample):
    folder = sample / "src/terrain"
    (folder / "broken.py").write_text("from parc import par\n\n\ndef f(n: int):\n    for i in par(range(n):\n        pass\n")
    (folder / "untyped.py").write_text(
        "from parc import par\n\n\ndef fill(a):\n    for i in par(range(len(a))):\n        a[i] = 0.0\n")
    done = build_in_place(builder, sample, check=1)
    assert "error[PAR0106]" in done.text and "src/terrain/broken.py:5" in done.text
    assert "error[PAR0305]" in done.text and "src/terrain/untyped.py:4" in done.text
    for way in ("annotate the parameters", "call it from a native function", "@parc.jit"):
        assert way in done.text
    assert "2 files have errors, of 4" in done.text and "Traceback" not in done.text
    assert natives(sample) == [] and not list(folder.glob("*.pyi"))
    wheel, text = builder.wheel(sample, check=1)
    assert wheel is None and "PAR0305" in text and "parc/_build" not in text


def test_folder_that_cannot_be_written(builder, sample):
    (sample / "build").write_text("a file")
    done = build_in_place(builder, sample, check=1)
    assert "error[PAR0005]: cannot write" in done.text and "Traceback" not in done.text
    assert natives(sample) == []


@pytest.mark.parametrize("table, message, line", [
    ('modules = ["src/terrain/*.py"]\nexcludes = []', "[tool.parc] has no key excludes", 3),
    ('modules = ["src/terain/*.py"]', "src/terain/*.py matches no file", None),
    ('modules = ["src/terrain/*.py"]\npure = "yes"', "pure of [tool.parc] has to be true or false", 3),
    ('modules = ["src/terrain/*.py"]\noptions = { no-stubs = true }', "options of [tool.parc] cannot have no-stubs", 3),
])
def test_wrong_settings(builder, sample, table, message, line):
    text = (sample / "pyproject.toml").read_text()
    head = text[: text.index("[tool.parc]")]
    (sample / "pyproject.toml").write_text(f"{head}[tool.parc]\n{table}\n")
    done = build_in_place(builder, sample, check=1)
    assert f"error[PAR0013]: {message}" in done.text and "Traceback" not in done.text
    if line:
        place = head.count("\n") + line
        assert f"pyproject.toml:{place}" in done.text
    if "excludes" in table:
        assert "did you mean exclude?" in done.text


def test_named_file_without_a_loop(builder, sample):
    text = (sample / "pyproject.toml").read_text()
    (sample / "pyproject.toml").write_text(text.replace("src/terrain/*.py", 'src/terrain/water.py", "src/terrain/summary.py'))
    done = build_in_place(builder, sample)
    assert "note[PAR0701]" in done.text and "src/terrain/summary.py" in done.text
    assert natives(sample) == ["libomp.so.5", f"water{SUFFIX}"]


@pytest.mark.parametrize("tables, modules", [
    # What hatchling itself reads in the table of a hook.
    ('[tool.hatch.build.hooks.parc]\nmodules = ["src/terrain/water.py"]\ndependencies = []\n'
     "enable-by-default = true\nrequire-runtime-dependencies = false\n", ["water"]),
    # The table of a target comes before the one of all targets, as hatchling has it.
    ('[tool.hatch.build.hooks.parc]\nmodules = ["src/terrain/water.py"]\n'
     '[tool.hatch.build.targets.wheel.hooks.parc]\nmodules = ["src/terrain/slope.py"]\n', ["slope"]),
    ('[tool.hatch.build.hooks.parc]\ndependencies = []\n[tool.parc]\nmodules = ["src/terrain/water.py"]\n', ["water"]),
])
def test_tables_of_hatch(builder, tmp_path, tables, modules):
    project = copy_sample("hatch", tmp_path)
    edit_hatch_tables(project, tables)
    wheel, text = builder.wheel(project)
    assert [name for name in names_in(wheel) if name.endswith(SUFFIX)] == [f"terrain/{name}{SUFFIX}" for name in modules]


@pytest.mark.parametrize("tables, message, line", [
    ('[tool.hatch.build.targets.wheel.hooks.parc]\nmodules = ["src/*.py"]\nexcludes = []\n', "has no key excludes", 3),
    ('[tool.hatch.build.hooks.parc]\ndependencies = []\n[tool.parc]\nmodules = ["src/*.py"]\nexcludes = []\n',
     "has no key excludes", 5),
    ("[tool.hatch.build.hooks.parc]\ndependencies = []\n", "says no modules", 1),
])
def test_wrong_settings_of_hatch(builder, tmp_path, tables, message, line):
    project = copy_sample("hatch", tmp_path)
    above = edit_hatch_tables(project, tables)
    _, text = builder.wheel(project, check=1)
    assert f"] {message}" in text and f"pyproject.toml:{above + line}\n" in text


def edit_hatch_tables(project, tables):
    """Puts tables in the place of the hook's, which is the file's last; how many lines stand above them."""
    file = project / "pyproject.toml"
    text = file.read_text()
    head = text[: text.index("[tool.hatch.build.hooks.parc]")]
    file.write_text(head + tables)
    return head.count("\n")


@pytest.mark.parametrize("line, code", [
    ("return [x par x in xs]", "PAR0412"),
    ("return [x for x in par(xs)]", "PAR0412"),
    ("with par:\n        return xs", "PAR0413"),
])
def test_use_of_par_that_is_no_loop(builder, tmp_path, line, code):
    """Such a file is compiled, and refused as `parc compile` does it."""
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "uses"\nversion = "1"\n[tool.parc]\nmodules = ["uses.py"]\n')
    (tmp_path / "uses.py").write_text(
        f"from parc import par\n\n\ndef f(xs: list[int]) -> list[int]:\n    {line}\n")
    done = build_in_place(builder, tmp_path, check=1)
    assert f"error[{code}]" in done.text and "PAR0701" not in done.text


def test_module_that_is_not_compiled_any_more(builder, sample):
    first, _ = builder.wheel(sample)
    assert f"terrain/water{SUFFIX}" in names_in(first)
    text = (sample / "pyproject.toml").read_text()
    (sample / "pyproject.toml").write_text(text + 'exclude = ["src/terrain/water.py"]\n')
    second, _ = builder.wheel(sample)
    assert f"terrain/water{SUFFIX}" not in names_in(second) and f"terrain/slope{SUFFIX}" in names_in(second)


def test_beside_other_extensions(builder, tmp_path):
    (tmp_path / "one.c").write_text(
        '#include <Python.h>\nstatic struct PyModuleDef d = {PyModuleDef_HEAD_INIT, "one"};\n'
        "PyMODINIT_FUNC PyInit_one(void) { return PyModule_Create(&d); }\n")
    (tmp_path / "sums.py").write_text(
        "def total(n: int) -> int:\n    s = 0\n    par i in range(n):\n        s += i\n    return s\n")
    (tmp_path / "setup.py").write_text(
        "from parc.build import parcify\nfrom setuptools import Extension, setup\n"
        "from setuptools.command.build_ext import build_ext\n\n\n"
        "class mine(build_ext):\n    def build_extension(self, ext):\n        print('building', ext.name)\n"
        "        super().build_extension(ext)\n\n\n"
        "setup(name='both', version='1', py_modules=['sums'], cmdclass={'build_ext': mine},\n"
        "      ext_modules=[Extension('one', ['one.c']), *parcify(['sums.py'], cpu='x86-64-v3')])\n")
    done = builder.run(tmp_path, "setup.py", "build_ext", "--inplace")
    assert "building one" in done.text and "building sums" not in done.text
    show = "import one, sums; print(sums.total(1000), sorted(sums.__parc_native__))"
    assert builder.run(tmp_path, "-c", show).stdout.split() == ["499500", "['total']"]


@pytest.mark.parametrize("path, package_dir, name", [
    ("src/pkg/heat.py", None, "pkg.heat"),
    ("pkg/heat.py", None, "pkg.heat"),
    ("heat.py", None, "heat"),
    ("src/space/pkg/heat.py", {"": "src"}, "space.pkg.heat"),
    ("lib/heat.py", {"pkg": "lib"}, "pkg.heat"),
    ("lib/sub/heat.py", {"pkg": "lib", "": "."}, "pkg.sub.heat"),
    ("src/pkg/__init__.py", None, "pkg"),
])
def test_names_of_modules(path, package_dir, name):
    from parc._build_files import module_name

    assert module_name(path, package_dir) == name
