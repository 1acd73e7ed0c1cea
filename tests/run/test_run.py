"""Every program returns the same as plain Python and as a native module, at every thread count.

`pytest tests/run -k NAME` compiles and runs the programs that match and no others.
"""
import runner
import pytest
from parc_command import parc_command
from encoding import difference, same_bits, within_relative, within_ulps

# The first test waits for all of them: they are compiled and run together.
pytestmark = pytest.mark.timeout(1800)

CLOSE = {
    "exact": same_bits,
    "expected": same_bits,
    "float-reduction": within_relative(1e-12),
    "ulp4": within_ulps(4),
}


@pytest.fixture(scope="session")
def results(request, tmp_path_factory):
    wanted = {item.callspec.params["name"] for item in request.session.items if "results" in item.fixturenames}
    if parc_command() is None:
        pytest.fail("there is no parc command; build the project first (make test does)")
    return runner.run_all([n for n in runner.program_names() if n in wanted], tmp_path_factory.mktemp("run"))


@pytest.mark.parametrize("name", runner.program_names())
def test_program(name, results):
    header = runner.headers(name)
    outcomes = results.of(name)
    plain = outcomes[runner.PLAIN]
    if header["compare"] != "expected" and "error" in plain:
        pytest.fail(f"{name} fails as plain Python\n{plain['error']}", pytrace=False)
    if name in results.messages:
        if header.get("may-refuse") == "yes" and runner.is_refusal(results.messages[name]):
            pytest.skip("refused, as it may be")
        pytest.fail(f"{name} does not compile\n{results.messages[name]}", pytrace=False)
    problems = list(compare(header["compare"], plain, outcomes, runner.NATIVE_RUNS))
    if problems:
        pytest.fail(f"{name} ({header['compare']})\n" + "\n".join(problems), pytrace=False)


def compare(mode, plain, outcomes, runs):
    """Yields a line for every native run that differs from what it should return."""
    first = None
    for run in runs:
        got = outcomes[run]
        if "error" in got:
            yield f"{run}: {got['error']}"
            continue
        want = got["expected"] if mode == "expected" else plain["value"]
        found = difference(want, got["value"], CLOSE[mode])
        if found:
            yield f"{run}: {found}"
        first = first or (run, got["value"])
        found = difference(first[1], got["value"])
        if found:
            yield f"{run} differs from {first[0]}: {found}"


def test_headers():
    for name in runner.program_names():
        assert runner.headers(name).get("compare") in CLOSE, f"{name}.py does not say how to compare"
