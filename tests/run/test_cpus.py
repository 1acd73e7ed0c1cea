"""A portable module returns the same bits with the code of every CPU that this machine can stand in for."""
import pytest
import runner
from test_run import compare

pytestmark = pytest.mark.timeout(900)

#: Where floats are added up, multiplied and compared: what instructions and the length of vectors could change.
KINDS = ("basic_sum", "elem_float", "elem_sorted", "iter_sums", "real_", "red_", "stmt_reductions", "math_sums",
         "sizes_long", "complex_arithmetic", "float_arithmetic", "scalar_float32", "store_floats", "int_from_float")
NAMES = [name for name in runner.program_names()
         if name.startswith(KINDS) and "may-refuse" not in runner.headers(name)]
CPUS = ("x86-64-v2", "x86-64-v3", "x86-64-v4")
RUNS = {cpu: {"PARC_CPU": cpu, "OMP_NUM_THREADS": "2", "PARC_SMALL": "0"} for cpu in CPUS}


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return runner.run_all(NAMES, tmp_path_factory.mktemp("portable"), ["--cpu=portable"], RUNS)


@pytest.mark.parametrize("name", NAMES)
def test_same_bits(name, results):
    assert name not in results.messages, results.messages[name]
    outcomes = results.of(name)
    runs = [cpu for cpu in CPUS if "this machine does not have" not in outcomes[cpu].get("error", "")]
    assert "x86-64-v2" in runs
    problems = list(compare(runner.headers(name)["compare"], outcomes[runner.PLAIN], outcomes, runs))
    if problems:
        pytest.fail(f"{name}\n" + "\n".join(problems), pytrace=False)
