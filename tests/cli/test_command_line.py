"""Commands, options, help and exit statuses."""
import pytest

from conftest import HEAT, REFUSED

COMMANDS = ["compile", "check", "suggest", "emit", "explain", "clean", "version", "help"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(parc, command):
    done = parc(command, "--help", check=0)
    assert done.stdout.startswith(f"usage: parc {command}")
    assert "--help" in done.stdout
    assert done.stderr == ""
    assert parc("help", command, check=0).stdout == done.stdout
    assert parc(command, "-h", check=0).stdout == done.stdout


def test_help_lists_the_commands(parc):
    text = parc("--help", check=0).stdout
    for command in COMMANDS:
        assert f"  {command} " in text
    assert parc("help", check=0).stdout == text


def test_version(parc):
    lines = parc("version", check=0).stdout.splitlines()
    assert lines[0].startswith("parc ")
    assert any(line.startswith("clang, LLVM and lld 19") for line in lines)
    assert parc("--version", check=0).stdout.splitlines() == lines


@pytest.mark.parametrize("words, message, near", [
    (["compil", "a.py"], "no command compil", "did you mean compile?"),
    (["chekc"], "no command chekc", "did you mean check?"),
    (["--versoin"], "no option --versoin", "did you mean --version?"),
    (["compile", "--outdir", "x", "a.py"], "no option --outdir", "did you mean --out-dir?"),
    (["check", "--fromat", "json", "a.py"], "no option --fromat", "did you mean --format?"),
    (["help", "emti"], "no command emti", "did you mean emit?"),
    (["heat.py"], "no command heat.py", "parc compile heat.py"),
])
def test_unknown_names(parc, words, message, near):
    done = parc(*words, check=2)
    assert "PAR0006" in done.stderr and message in done.stderr and near in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("words, message", [
    ([], "needs a command"),
    (["compile"], "needs FILE"),
    (["check", "-"], "standard input"),
    (["compile", "-o"], "needs a value"),
    (["compile", "--timings=1", "a.py"], "takes no value"),
    (["check", "--format=xml", "a.py"], "--format cannot be xml"),
    (["compile", "-o", "x.so", "a.py", "b.py"], "several files"),
    (["compile", "-o", "x", "a.py"], "ends in .so"),
    (["compile", "--cpu", "z80", "a.py"], "--cpu cannot be z80"),
    (["emit", "--stage=asn", "a.py"], "did you mean asm?"),
    (["emit", "--after=nothing", "a.py"], "there is no pass nothing"),
    (["emit", "a.py", "b.py"], "takes one argument"),
    (["version", "3"], "takes no arguments"),
])
def test_wrong_use(parc, words, message):
    done = parc(*words, check=2)
    assert "PAR0007" in done.stderr and message in done.stderr


def test_unknown_code(parc):
    done = parc("explain", "PAR9999", check=2)
    assert "PAR0008" in done.stderr


def test_explain(parc):
    assert "PAR0501" in parc("explain", "par0501", check=0).stdout
    assert len(parc("explain", check=0).stdout.splitlines()) > 100


def test_exit_statuses(parc):
    parc.write("heat.py", HEAT)
    parc.write("prefix.py", REFUSED)
    parc("check", "heat.py", check=0)
    parc("check", "prefix.py", check=1)
    parc("check", "heat.py", "prefix.py", check=1)
    parc("compile", "prefix.py", check=1)
    assert parc.names() == ["heat.py", "prefix.py"]


def test_options_may_follow_the_files(parc):
    parc.write("heat.py", HEAT)
    assert '"kind"' in parc("check", "heat.py", "--format=json", check=0).stdout
    parc.write("-x.py", HEAT)
    parc("check", "--", "-x.py", check=0)


def test_progress_of_several_files(parc):
    for name in ("a.py", "b.py"):
        parc.write(name, HEAT)
    text = parc("check", "a.py", "b.py", check=0).stderr
    assert "[1/2] a.py" in text and "[2/2] b.py" in text
    assert parc("check", "--quiet", "a.py", "b.py", check=0).stderr == ""


def test_timings(parc):
    parc.write("heat.py", HEAT)
    text = parc("compile", "--timings", "heat.py", check=0).stderr
    for phase in ("parse", "check", "prove", "legalize", "print", "compile", "link", "total"):
        assert f"  {phase} " in text
