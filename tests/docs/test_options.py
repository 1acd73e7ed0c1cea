"""docs/options.md has the options and variables that the program has, no more and no fewer."""
import re
import subprocess

import parc_command
import pytest
from pages import ROOT
from parc import _build_settings, _jit, _magic, _plain

PAGE = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
SOURCES = ("cli", "driver", "codegen/native", "python", "runtime", "support")
ANY_COMMAND = {"--color", "-h", "--help"}
# How the sources ask for a variable: C++ by functions and a few constants, Python by os.environ and one constant.
ASKED = re.compile(
    r'(?:\b(?:getenv|variable|given|is_set)\(|os\.environ(?:\.\w+)?[\[(]|^SCRIPT = |kVariable = )"([A-Z_]+)"', re.M
)
OF_OTHERS = {"PATH", "PYTHONPATH"}
READ_BY_LIBOMP = {"OMP_THREAD_LIMIT"}


def section(heading):
    """The text below a heading, down to the next one."""
    return re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", PAGE, re.M | re.S)[1]


def rows(text):
    """The first cells of the text's tables, without heads."""
    return [row.split("|")[1] for row in re.findall(r"^\|.*\|$", text, re.M) if "`" in row.split("|")[1]]


def names(heading):
    """The first words of what stands in backticks in the first column, such as `--cpu=NAME`."""
    return {re.match(r"-*[\w-]+", word)[0] for cell in rows(section(heading)) for word in re.findall(r"`([^`]+)`", cell)}


def parc(*words):
    return subprocess.run([parc_command.parc_command(), *words], capture_output=True, text=True, timeout=60).stdout


def test_par():
    assert names("Par loops") == set(_plain.OPTIONS)
    values = {cell.strip(" `="): row for cell, row in zip(rows(section("Par loops")), section("Par loops").split("\n| `")[1:])}
    for name, choices in _plain._CHOICES.items():
        assert all(f'"{choice}"' in values[name] for choice in choices), name


def test_jit():
    assert names("The decorator") == set(_jit.COMPILER_OPTIONS)
    for name, value in _jit.COMPILER_OPTIONS.items():
        shown = repr(value).replace("'", '"')
        assert re.search(rf"^\| `{name}=` \| [^|]+ \| `{shown}` \|", PAGE, re.M), name


def test_magic():
    actions = _magic.ParMagics.par.parser._actions
    assert names("The magic") == {word for action in actions for word in action.option_strings}


def commands():
    return re.findall(r"^  (\w+) ", parc("help").partition("environment")[0], re.M)


def test_the_commands():
    assert sorted(commands()) == sorted(re.findall(r"^### parc (\w+)$", PAGE, re.M))
    assert names("All commands") == ANY_COMMAND


@pytest.mark.parametrize("command", commands())
def test_command(command):
    text = parc(command, "--help").partition("\noptions\n")[2].partition("\nexamples\n")[0]
    offered = set(re.findall(r"^ +(-\w)(?=, )|(?<=, )(--[\w-]+)|^ +(--[\w-]+)", text, re.M))
    offered = {name for group in offered for name in group if name}
    assert "--help" in offered
    assert names(f"parc {command}") == offered - ANY_COMMAND


def test_packages():
    keys, _, options = section("Packages").partition("In `options`:")
    assert {cell.strip(" `") for cell in rows(keys)} == set(_build_settings._KEYS)
    assert {cell.strip(" `") for cell in rows(options)} == set(_build_settings._OPTIONS)


def asked_variables():
    found = set()
    for folder in SOURCES:
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in (".cpp", ".h", ".py") and not path.stem.endswith("_test"):
                found.update(ASKED.findall(path.read_text(encoding="utf-8")))
    return found - OF_OTHERS


def test_environment():
    shown = set(re.findall(r"`([A-Z][A-Z_]+)(?:=1)?`", PAGE.partition("## Environment")[2])) - {"TRUE"}
    assert shown - READ_BY_LIBOMP == asked_variables()
