"""`--format sarif` against the official schema, and what the schema cannot say."""
import json
import urllib.parse

import fastjsonschema
import pytest

from conftest import HEAT, REFUSED, ROOT

SCHEMA = ROOT / "build" / "third_party" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"

COUNTER = '''from parc import par
import numpy as np
from numpy.typing import NDArray


def pairs(a: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    k = 0
    for i in par(range(len(out))):
        out[i] = a[k]
        k += 2
'''


@pytest.fixture(scope="session")
def is_valid():
    return fastjsonschema.compile(json.loads(SCHEMA.read_text(encoding="utf-8")), use_default=False)


@pytest.fixture
def sarif(parc, is_valid):
    def run(command, files, *words, check=0):
        for name, text in files.items():
            parc.write(name, text)
        done = parc(command, "--format=sarif", *words, *files, check=check)
        document = json.loads(done.stdout)
        is_valid(document)
        (found,) = document["runs"]
        check_rules(found)
        check_places(found, parc.folder)
        return found
    return run


def check_rules(run):
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result.get("kind", "fail") == "fail" or result["level"] == "none"


def check_places(run, folder):
    artifacts = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    for result in run["results"]:
        for place in result.get("locations", []) + result.get("relatedLocations", []):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            region = place["physicalLocation"]["region"]
            assert uri in artifacts
            lines = (folder / urllib.parse.unquote(uri)).read_text(encoding="utf-8").split("\n")
            assert region["startColumn"] <= len(lines[region["startLine"] - 1]) + 1
            assert region["endColumn"] <= len(lines[region["endLine"] - 1]) + 1


def test_proven_loops(sarif):
    run = sarif("check", {"heat.py": HEAT})
    assert [(result["ruleId"], result["kind"], result["level"]) for result in run["results"]] == [
        ("par-loop", "pass", "none")] * 2
    assert run["results"][0]["properties"]["function"] == "step"
    assert "variables" not in run["results"][0]["properties"]


def test_a_refused_loop(sarif):
    error, loop = sarif("check", {"prefix.py": REFUSED}, check=1)["results"]
    assert (error["ruleId"], error["level"]) == ("PAR0501", "error")
    assert error["message"]["text"].startswith("iteration i = 1 writes a[1], which iteration i = 2 reads\nread after write")
    assert [place["message"]["text"] for place in error["relatedLocations"]] == ["read here", "written here"]
    assert (loop["kind"], loop["properties"]["verdict"]) == ("fail", "refused")


def test_rules_have_their_pages(sarif):
    rules = sarif("check", {"prefix.py": REFUSED}, check=1)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PAR0501", "par-loop"]
    assert rules[0]["help"]["markdown"].startswith("# PAR0501")


def test_fixes(sarif):
    error = sarif("check", {"pairs.py": COUNTER}, check=1)["results"][0]
    (fix,) = error["fixes"]
    (change,) = fix["artifactChanges"]
    assert [replacement["insertedContent"]["text"] for replacement in change["replacements"]] == ["(k + 2 * i)", "pass"]


def test_several_files_make_one_run(sarif):
    run = sarif("check", {"heat.py": HEAT, "prefix.py": REFUSED, "a b/ö%.py": HEAT}, check=1)
    assert {artifact["location"]["uri"] for artifact in run["artifacts"]} == {"heat.py", "prefix.py", "a%20b/%C3%B6%25.py"}
    assert len(run["results"]) == 6


def test_explanations(sarif):
    loop = sarif("check", {"heat.py": HEAT}, "--explain-loops")["results"][0]
    assert {variable["name"] for variable in loop["properties"]["variables"]} == {"a", "i", "out"}
    loop = sarif("compile", {"heat.py": HEAT}, "--report")["results"][0]
    assert loop["properties"]["machine"][0]["vectorised"] is True


def test_a_message_without_a_place(parc, is_valid):
    document = json.loads(parc("check", "--format=sarif", "gone.py", check=1).stdout)
    is_valid(document)
    (error,) = document["runs"][0]["results"]
    assert error["ruleId"] == "PAR0001" and "locations" not in error


def test_absolute_paths_are_file_uris(parc, is_valid):
    path = parc.write("heat.py", HEAT)
    document = json.loads(parc("check", "--format=sarif", path, check=0).stdout)
    is_valid(document)
    assert document["runs"][0]["artifacts"][0]["location"]["uri"].startswith("file:///")
