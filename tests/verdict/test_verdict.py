"""Every loop gets a right verdict, and what compiles gives Python's answer.

A refusal points at both accesses where the case names them; a check that fails at the call is told by a
`SerialWarning`, and one that holds is not.
"""
import judge
import pytest
from parc_command import parc_command


# The first test waits for all of them: they are compiled and run together.
pytestmark = pytest.mark.timeout(1800)


@pytest.fixture(scope="session")
def findings(request, tmp_path_factory):
    wanted = {item.callspec.params["name"] for item in request.session.items if "findings" in item.fixturenames}
    if parc_command() is None:
        pytest.fail("there is no parc command; build the project first (make test does)")
    return judge.judge_all([judge.Case(name) for name in sorted(wanted)], tmp_path_factory.mktemp("verdict"))


@pytest.mark.parametrize("name", judge.names())
def test_verdict(name, findings):
    case, found = judge.Case(name), findings[name]
    loops = judge.loops_of(case, found)
    assert loops, f"no loop was reported\n{found['objects']}\n{found['errors']}"
    verdicts = {loop["verdict"] for loop in loops}
    reasons = [reason for loop in loops for reason in loop["reasons"]]
    assert verdicts <= case.verdicts, f"expected {sorted(case.verdicts)}, got {sorted(verdicts)}: {reasons}"
    assert found["status"] == (1 if "refused" in verdicts else 0), found["errors"]
    if "refused" in verdicts:
        check_refusal(case, found)
    else:
        check_answer(found["answer"])


def check_refusal(case, found):
    errors = [o for o in found["objects"] if o["kind"] == "diagnostic" and o["severity"] == "error"]
    assert errors and all(error["code"] for error in errors), found["objects"]
    pointed = judge.lines_pointed_at(case, found)
    for text in case.races:
        assert any(text in line for line in pointed), f"nothing points at {text!r}: {errors}"


def check_answer(answer):
    assert "error" not in answer, answer["error"]
    for suffix, report in answer.items():
        assert report["difference"] is None, f"{suffix}: {report['difference']}"
        assert report["serial"] == (suffix == "__args_bad"), f"{suffix}: serial order is {report['serial']}"


def test_cases_are_sound():
    """The headers can be read, and what a case races on stands in its function."""
    for name in judge.names():
        case = judge.Case(name)
        assert case.verdicts, name
        for text in case.races:
            assert text in case.text.split("#: races:")[1].split("\n", 1)[1], f"{name}: {text}"
