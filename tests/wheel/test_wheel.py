"""What the wheel has in it, and what it asks of the machine."""
import email
import re
import subprocess
import sys
import zipfile

import parc
import pytest

pytestmark = pytest.mark.timeout(1200)  # the first test waits for the wheel

MOST_MEGABYTES = 40
SYSTEM_LIBRARIES = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


@pytest.fixture(scope="module")
def names(wheel):
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def metadata(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


def test_it_has_one_compiler_and_its_resources(names):
    assert len([name for name in names if re.fullmatch(r"parc/_compiler\..*\.so", name)]) == 1
    resources = {name.removeprefix("parc/_resources/") for name in names if "_resources/" in name}
    assert {name for name in resources if not name.startswith("include/")} == {
        "libomp.so.5", "libparc_runtime.a", "link.txt", "cmake/parcConfig.cmake"}
    assert "include/abi.h" in resources
    headers = {name for name in names if name.endswith(".h")}
    assert all(name.startswith("parc/_resources/include/") for name in headers)
    assert not [name for name in names if "/bin/" in name or name.endswith((".cpp", ".pyc"))]


def test_it_has_what_type_checkers_and_editors_read(names):
    assert {"parc/__init__.py", "parc/_plain.pyi", "parc/py.typed", "parc/lexer.py"} <= set(names)


def test_it_has_licences(names):
    assert {"parc/_licenses/tree-sitter.txt", "parc/_licenses/tree-sitter-python.txt"} <= set(names)
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]


def test_its_size(wheel):
    megabytes = wheel.stat().st_size / 1e6
    print(f"{wheel.name}: {megabytes:.1f} MB")
    assert megabytes < MOST_MEGABYTES


def test_its_metadata(metadata):
    assert metadata["Name"] == "parc-compiler"
    assert metadata["Version"] == parc.__version__
    assert metadata["Requires-Python"] == ">=3.10"
    assert "numpy>=2" in metadata.get_all("Requires-Dist")


def test_entry_points(environment, tmp_path):
    lexers = environment.python(
        "import importlib.metadata as m; print([e.value for e in m.entry_points(group='pygments.lexers')])", tmp_path
    )
    assert "parc.lexer:ParcLexer" in lexers
    assert (environment.bin / "parc").exists()


def test_only_the_entry_of_the_module_is_visible(environment):
    library = next(environment.package.glob("_compiler*.so"))
    listed = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    assert [line.split()[-1] for line in listed.stdout.splitlines()] == ["PyInit__compiler"]


def test_only_libraries_of_every_machine_are_needed(environment):
    library = next(environment.package.glob("_compiler*.so"))
    listed = subprocess.run(["readelf", "-d", library], check=True, capture_output=True, text=True)
    assert set(re.findall(r"NEEDED.*\[(.*)\]", listed.stdout)) <= SYSTEM_LIBRARIES


def test_the_platform_that_auditwheel_finds(wheel):
    pytest.importorskip("auditwheel")
    text = "import sys; from auditwheel.main import main; sys.exit(main())"
    command = [sys.executable, "-c", text, "show", wheel]
    shown = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "manylinux_2_34_x86_64" in shown.stdout
