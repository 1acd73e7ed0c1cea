"""Where Pygments and VS Code show `par` as a keyword: where the compiler takes it for one."""
import json
import re
import subprocess

import parc
import pygments.token
import pytest
from checkers import ROOT
from highlight_cases import LINES, TEXTS, places
from parc.lexer import ParcLexer
from parc_command import parc_command

VSCODE = ROOT / "editors" / "vscode"


@pytest.mark.parametrize("case", LINES + TEXTS)
def test_lexer(case):
    text, want = places(case)
    tokens = list(ParcLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed(text))
    found = [at for at, kind, value in tokens if value == "par" and kind in pygments.token.Keyword]
    assert found == want
    assert "".join(value for _, _, value in tokens) == text


@pytest.mark.parametrize("case", LINES)
def test_grammar(case):
    text, want = places(case)
    rules = json.loads((VSCODE / "syntaxes" / "par.injection.tmLanguage.json").read_text())["repository"]
    found = set()
    for rule in rules.values():
        for match in re.finditer(rule["match"], text):
            found |= {match.start(group) for group in range(1, match.re.groups + 1) if match[group] == "par"}
    assert sorted(found) == want


def test_the_compiler_agrees(tmp_path):
    """`with par:` apart, which is no loop, and pieces that are no statements by themselves."""
    for case in LINES + TEXTS:
        text, want = places(case)
        if "with" in text:
            continue
        (tmp_path / "case.py").write_text(text)
        done = subprocess.run([parc_command(), "emit", "--stage=masked", "case.py"], cwd=tmp_path, capture_output=True,
                              text=True)
        # 1: a piece of a statement has mistakes, and is masked all the same.
        assert done.returncode in (0, 1) and len(done.stdout) == len(text), (case, done.stderr)
        changed = [at for at in range(len(text)) if text.startswith("par", at) and done.stdout.startswith("for", at)]
        assert changed == want, case


def test_extension_is_complete():
    package = json.loads((VSCODE / "package.json").read_text())
    assert package["version"] == parc.__version__
    (grammar,) = package["contributes"]["grammars"]
    assert grammar["injectTo"] == ["source.python"]
    rules = json.loads((VSCODE / grammar["path"]).read_text())
    assert rules["scopeName"] == grammar["scopeName"]
    included = {pattern["include"].removeprefix("#") for pattern in rules["patterns"]}
    assert included == set(rules["repository"])
