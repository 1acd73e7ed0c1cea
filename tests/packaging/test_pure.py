"""Files as plain Python without parc: what is changed in them, and which files a build then has."""
import pytest

HELPER = "_mod_parc_plain"


@pytest.mark.parametrize("text, changed", [
    ("from parc import par\n", f"from {HELPER} import par\n"),
    ("import parc\n", f"import {HELPER} as parc\n"),
    ("import math, parc as p\n", f"import math, {HELPER} as p\n"),
    ("from parc import par, jit\n", None),
    # Characters that end a line for `str.splitlines` but not in Python, and columns that are bytes.
    ("x = 1\n\f\nfrom parc import par\n", f"x = 1\n\f\nfrom {HELPER} import par\n"),
    ("# a\u2028b\x85c\nfrom parc import par\n", f"# a\u2028b\x85c\nfrom {HELPER} import par\n"),
    ("π = 'αβγδεζηθ'; import parc\n", f"π = 'αβγδεζηθ'; import {HELPER} as parc\n"),
    ("x = 1\r\nfrom parc import par\r\n", f"x = 1\r\nfrom {HELPER} import par\r\n"),
])
def test_imports(tmp_path, text, changed):
    from parc._build_pure import Plain

    path = tmp_path / "mod.py"
    path.write_bytes(text.encode())
    plain = Plain.of(path, ["mod"])
    assert (plain and plain.text) == changed
    assert plain is None or plain.helper == HELPER


@pytest.mark.parametrize("text, changed", [
    (b"# -*- coding: latin-1 -*-\nfrom parc import par\nx = '\xe9'\n", True),
    (b"\xef\xbb\xbffrom parc import par\n", True),
    (b"from parc import par\nx = '\xe9'\n", False),  # no Python
])
def test_encodings(tmp_path, text, changed):
    from parc._build_pure import Plain

    path = tmp_path / "mod.py"
    path.write_bytes(text)
    plain = Plain.of(path, ["mod"])
    if changed:
        plain.write(path, tmp_path)
    expected = text.replace(b"parc import", HELPER.encode() + b" import") if changed else text
    assert path.read_bytes() == expected


@pytest.mark.parametrize("given, helper", [
    ("py_modules=['heat']", "_heat_parc_plain.py"),
    ("packages=['heat']", "heat/_parc_plain.py"),
])
def test_outputs_name_the_helper(builder, tmp_path, given, helper):
    text = "from parc import par\n\n\ndef f(n: int):\n    for i in par(range(n)):\n        pass\n"
    (tmp_path / "heat.py").write_text(text)
    (tmp_path / "heat").mkdir()
    (tmp_path / "heat" / "__init__.py").write_text(text)
    show = (f"import setuptools; done = setuptools.setup(name='heat', version='1', {given}); "
            "print('made', *done.get_command_obj('build_py').get_outputs(include_bytecode=False))")
    made = builder.run(tmp_path, "-c", show, "build_py", PARC_PURE="1").stdout.splitlines()[-1].split()
    assert made[0] == "made" and f"build/lib/{helper}" in made and (tmp_path / "build" / "lib" / helper).exists()
