"""The thread sanitizer, with Archer, is a third opinion: it reports nothing in the loops that are accepted, and
the collisions of refused ones that are compiled all the same.
"""
import re

import judge
import pytest
import sanitizer
from parc_command import parc_command, resources

pytestmark = pytest.mark.timeout(1800)
CASES = [judge.Case(name) for name in judge.names()]
# Collisions eight iterations apart, say, are on one thread when there are four.
THREADS = (3, 4)


@pytest.fixture(scope="module", autouse=True)
def installed():
    if parc_command() is None or resources() is None:
        pytest.fail("there is no parc command; build the project first (make test does)")
    if reason := sanitizer.missing():
        pytest.fail(reason)
    if reason := sanitizer.start_failure():
        pytest.skip(reason)


def build(texts, folder, elements=1):
    """Names of the cases that compile."""
    failures = sanitizer.build_all(texts, folder, elements)
    broken = {name: error for name, error in failures.items() if error and "error[PAR" not in error}
    assert not broken
    return [name for name in texts if not failures[name]]


def trusted(text):
    """The text with check="trust" for the only option of its par loops."""
    return re.sub(r"(?m)( par\(.*?)(?:, \w+=[^()]*)?\):$", r'\1, check="trust"):', text)


@pytest.mark.parametrize("group, elements", [("", 1), ("reductions__", 1 << 40)], ids=["all", "sorted updates"])
def test_accepted_loops(group, elements, tmp_path):
    chosen = [case for case in CASES if case.verdicts != {"refused"} and case.name.startswith(group)]
    names = build({case.name: case.text for case in chosen}, tmp_path / "accepted", elements)
    assert all(case.name in names or "refused" in case.verdicts for case in chosen)
    for threads in THREADS:
        said = sanitizer.run(names, tmp_path / "accepted", threads)
        assert not sanitizer.reports_of(said), said
        assert sanitizer.parallel(said) == set(names)


def test_refused_loops(tmp_path):
    cases = {case.name: case for case in CASES if case.verdicts == {"refused"} and case.races}
    texts = {name: trusted(case.text) for name, case in cases.items() if all("[" in text for text in case.races)}
    names = build(texts, tmp_path / "trusted")
    assert len(names) > 30
    silent = set(names)
    for threads in THREADS:
        for report in sanitizer.reports_of(sanitizer.run(names, tmp_path / "trusted", threads)):
            name, numbers = sanitizer.lines_of(report)
            lines = [cases[name].text.splitlines()[number - 1] for number in numbers]
            # With another access, perhaps: an element is reported once.
            assert any(text in line for line in lines for text in cases[name].races), report
            silent.discard(name)
    assert not silent
