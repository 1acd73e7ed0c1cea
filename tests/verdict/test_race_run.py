"""`parc race` is a second opinion on the verdicts: what is proven never collides, and the collisions that a
refusal names happen.
"""
import json
import pathlib
import subprocess
import sys

import judge
import pytest
from parc_command import parc_command

pytestmark = pytest.mark.timeout(1800)
DRIVER = pathlib.Path(__file__).with_name("race_driver.py")


@pytest.fixture(scope="module")
def collisions():
    """A dict from the names of the cases to the lines, as text, of their collisions on `FUNCTION__args()`."""
    cases = [judge.Case(name) for name in judge.names()]
    names = [case.name for case in cases if f"def {case.function}__args(" in case.text]
    command = [parc_command(), "race", "--format", "json", str(DRIVER), str(judge.CASES), *names]
    environment = judge.os.environ | {"PARC_PYTHON": sys.executable}
    done = subprocess.run(command, capture_output=True, text=True, timeout=1200, env=environment)
    assert done.returncode == 66, done.stderr
    found = {name: set() for name in names}
    for line in done.stdout.splitlines():
        item = json.loads(line)
        assert item["code"] == "PAR0513", item
        name = pathlib.Path(item["file"]).stem
        lines = judge.Case(name).text.splitlines()
        found[name].update(lines[span["line"] - 1] for span in (item, *item["labels"]))
    return found


def test_proven_loops_never_collide(collisions):
    wrong = {name: lines for name, lines in collisions.items() if lines and "refused" not in judge.Case(name).verdicts}
    assert not wrong


def test_refused_elements_collide(collisions):
    cases = [judge.Case(name) for name in collisions]
    # What is carried in variables is not recorded.
    elements = [case for case in cases if not case.name.startswith("carried__")]
    of_elements = [case for case in elements if case.races and all("[" in text for text in case.races)]
    assert of_elements
    silent = [
        case.name
        for case in of_elements
        if case.verdicts == {"refused"}
        and not all(any(text in line for line in collisions[case.name]) for text in case.races)
    ]
    assert not silent
