"""`%%par` in an IPython shell, and in a notebook's kernel."""

import ast
import re
import textwrap
import time

import nbformat
import numpy as np
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

from parc import CompileError, CompileWarning, UnsupportedType
from parc._dataflow import names_of

SETUP = """
import numpy as np
from parc import par
a = np.arange(10.0)
out = np.zeros(10)
N = 3
def helper(x):
    return x * N
"""


class Shell:
    """A shell without variables, with the extension loaded."""

    def __init__(self):
        self.shell = InteractiveShell.instance()
        self.shell.reset(new_session=True)
        self.shell.run_line_magic("reload_ext", "parc")
        self.cell(SETUP)

    def cell(self, text, error=None):
        """Runs a cell; gives its value and what it printed."""
        with capture_output() as captured:
            result = self.shell.run_cell(text)
        found = result.error_before_exec or result.error_in_exec
        if error is None:
            assert found is None, captured.stdout
        else:
            assert isinstance(found, error), (found, captured.stdout)
            self.error = found
        self.displayed = captured.outputs
        return result.result, captured.stdout

    def __getitem__(self, name):
        return self.shell.user_ns[name]

    def __contains__(self, name):
        return name in self.shell.user_ns


@pytest.fixture
def shell(cache):
    return Shell()


FORMS = {"call": "for i in par(range({})):", "statement": "par i in range({}):"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_loops_run_on_the_live_variables(shell, form):
    value, printed = shell.cell(f"""%%par
s = 0.0
{form.format("len(a)")}
    out[i] = helper(a[i])
    s += a[i]
    if a[i] > 5:
        last = i
print("sum", s)
out.sum()""")
    assert value == 135.0 and printed.startswith("sum 45.0\n")
    assert (shell["s"], type(shell["s"]), shell["last"], shell["i"]) == (45.0, np.float64, 9, 9)


@pytest.mark.parametrize("items, total", [("a", np.float64(45.0)), ("a[:0]", 0), ("range(4)", 6), ("[0.5, 1.5]", 2.0)])
def test_a_sum_starts_at_zero(shell, items, total):
    shell.cell(f"%%par\ns = 0\nfor x in par({items}):\n    s += x\n")
    assert (shell["s"], type(shell["s"])) == (total, type(total))


def test_a_sum_goes_on(shell):
    shell.cell("%%par\ncount = 0\nfor step in range(3):\n    par i in range(4):\n        count += step\n")
    assert shell["count"] == 12


def test_what_a_loop_does_not_bind_stays_unbound(shell):
    shell.cell("%%par\npar k in range(0):\n    found = k\npar k in range(3):\n    if k > 5:\n        other = 1.5\n")
    assert "found" not in shell and "other" not in shell and shell["k"] == 2
    shell.cell("other = 'text'")
    shell.cell("%%par\npar k in range(3):\n    if k > 5:\n        other = 1.5\n")
    assert shell["other"] == "text"


def test_loops_inside_of_serial_code(shell):
    shell.cell("""%%par
for step in range(3):
    if step != 1:
        par i in range(len(out)):
            out[i] += step + 1
    a, out = out, a
""")
    expected, other = np.arange(10.0), np.zeros(10)
    for step in range(3):
        if step != 1:
            other += step + 1
        expected, other = other, expected
    assert (shell["a"].tolist(), shell["out"].tolist()) == (expected.tolist(), other.tolist())


def test_functions_of_the_cell_are_compiled(shell):
    value, _ = shell.cell("""%%par
def scale(x, k):
    par i in range(len(x)):
        x[i] = helper(x[i]) * k
scale(a, 2)
scale.signatures""")
    assert value == ["(x: np.float64[1], k: int) -> None"]
    assert shell["a"].tolist() == [6.0 * i for i in range(10)]


def test_a_changed_global_is_seen(shell):
    cell = "%%par\npar i in range(len(out)):\n    out[i] = helper(i)\nout[1]"
    assert shell.cell(cell)[0] == 3
    shell.cell("N = 5")
    assert shell.cell(cell)[0] == 5
    shell.cell("def helper(x):\n    return -x * N")
    assert shell.cell(cell)[0] == -5


def test_a_jitted_function_sees_a_changed_global(shell):
    shell.cell("import parc\n@parc.jit\ndef f(x):\n    return helper(x)\n")
    assert shell.cell("f(2)")[0] == 6
    shell.cell("N = 10")
    assert shell.cell("f(2)")[0] == 20
    shell.cell("def helper(x):\n    return x - N")
    assert shell.cell("f(2)")[0] == -8


def test_the_value_of_the_last_expression(shell):
    assert shell.cell("%%par\n1 + 1")[0] == 2
    assert shell.cell("%%par\nx = 1")[0] is None


def test_line_magics_in_the_cell(shell):
    shell.cell("%%par --threads 1 --schedule dynamic\nwhere = %pwd\npar i in range(3):\n    out[i] = 1\n")
    assert isinstance(shell["where"], str) and shell["out"].sum() == 3


def test_times(shell):
    assert "compiled in" in shell.cell("%%par --time\npar i in range(3):\n    out[i] = 1\n")[1]
    assert "(cached)" in shell.cell("%%par -t\npar i in range(3):\n    out[i] = 1\n")[1]
    assert "(cached)" not in shell.cell("%%par -t --force\npar i in range(3):\n    out[i] = 1\n")[1]


@pytest.mark.parametrize("stage, part", [("ir", "func __parc_cell__"), ("cpp", "#pragma omp")])
def test_stages_are_shown(shell, stage, part):
    assert part in shell.cell(f"%%par --show {stage}\npar i in range(3):\n    out[i] = 1\n")[1]


def test_the_report_is_displayed(shell):
    shell.cell("%%par --annotate\npar i in range(3):\n    out[i] = 1\npar i in range(3):\n    a[i] = 1\n")
    data = shell.displayed[0].data
    assert data["text/html"].startswith("<iframe srcdoc=") and data["text/html"].count("par loop in") >= 2
    assert data["text/plain"].count("parallel") == 2 and "__parc" not in data["text/plain"]


def test_a_refused_loop_raises(shell):
    shell.cell("%%par\nx = 1\npar i in range(1, 10):\n    out[i] = out[i - 1]\n", CompileError)
    assert shell["x"] == 1
    text = "\n".join(shell.error._render_traceback_())
    assert "PAR0501" in text and "\x1b[" in text and ":4:" in text


def test_an_exception_points_into_the_cell(shell):
    _, printed = shell.cell("%%par\nx = 1\npar i in range(11):\n    out[i] = x\n", IndexError)
    assert str(shell.error) == "index 10 is out of bounds for axis 0 with size 10"
    assert "----> 4     out[i] = x" in re.sub("\x1b\\[[0-9;]*m", "", printed)
    assert "_piece.py" not in printed


@pytest.mark.parametrize("value, what", [("{}", "a dict"), ("np.ones(3, object)", "an array of object")])
def test_a_variable_of_another_type_is_named(shell, value, what):
    shell.cell(f"d = {value}")
    shell.cell("%%par\npar i in range(3):\n    out[i] = d[i]\n", UnsupportedType)
    assert str(shell.error) == f"the variable 'd' is {what}, which native code does not take"


@pytest.mark.parametrize("text, code", [
    ("class C:\n    def f(self):\n        par i in range(3):\n            pass\n", "PAR0404"),
    ("async def f():\n    par i in range(3):\n        pass\n", "PAR0407"),
    ("def f():\n    def g():\n        par i in range(3):\n            pass\n", "PAR0405"),
])
def test_a_loop_in_the_wrong_place_raises(shell, text, code):
    shell.cell("%%par\nbegun = 1\n" + text, CompileError)
    assert code in str(shell.error) and "begun" not in shell


def test_a_syntax_error_is_one(shell):
    shell.cell("%%par\npar i in range(3)\n    out[i] = 1\n", SyntaxError)


def test_an_unknown_option_is_refused(shell):
    result = shell.shell.run_cell("%%par --thraeds 2\n1")
    assert not result.success


def test_disabled_is_python(shell, monkeypatch):
    monkeypatch.setenv("PARC_DISABLE", "1")
    shell.cell("%%par\npar i in range(1, 10):\n    out[i] = out[i - 1] + 1\n")
    assert shell["out"][9] == 9 and shell["i"] == 9


def test_plain_cells_with_par_on(shell):
    shell.cell("%par on")
    assert shell.cell("par i in range(3):\n    out[i] = 2\nout.sum()")[0] == 6
    assert shell.cell("text = 'par i in x:'\ntext")[0] == "par i in x:"
    shell.cell("par i in range(1, 10):\n    out[i] = out[i - 1]\n", CompileError)
    shell.cell("%par off")
    shell.cell("par i in range(3):\n    out[i] = 2\n", SyntaxError)
    shell.cell("%par maybe", UsageError)


def test_options_are_completed(shell):
    with provisionalcompleter():
        completions = list(shell.shell.Completer.completions("%%par --sch", 11))
    assert [each.text for each in completions] == ["--schedule"]


def test_a_notebook_is_run_and_fails(place):
    place.write("run.py", """
        import nbclient, nbformat
        def run(*cells):
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
            nbclient.NotebookClient(notebook, timeout=60).execute()
            return [output for cell in notebook.cells for output in cell.outputs]
        load = "%load_ext parc\\nxs = [1.0] * 5"
        print(run(load, "%%par\\ns = 0.0\\npar x in xs:\\n    s += x\\ns")[0]["data"])
        try:
            run(load, "%%par\\npar i in range(1, 5):\\n    xs[i] = xs[i - 1]")
        except nbclient.exceptions.CellExecutionError as error:
            print("PAR0501" in str(error), error.ename)
    """)
    lines = [line for line in place.run("run.py").splitlines() if "WARN" not in line]
    assert lines == ["{'text/plain': '5.0'}", "True CompileError"]


def test_variables_that_refuse_to_be_looked_into(shell):
    shell.cell("class Proud:\n    def __getattr__(self, name):\n        raise RuntimeError(name)\nproud = Proud()")
    assert shell.cell("%%par\ns = 0\npar i in range(4):\n    s += i\ns")[0] == 6


def test_separators_of_lines_that_are_none_to_python(shell):
    text = "%%par\nword = 'a\u2028b\x0cc'; t = 1\ns = 0\npar i in range(4):\n    s += i\ns"
    assert shell.cell(text)[0] == 6


def test_a_cell_without_loops_is_not_called_cached(shell):
    _, printed = shell.cell("%%par --time\nx = 1\n")
    assert "cached" not in printed


def test_threads_are_checked(shell):
    shell.cell("%%par --threads 0\npar i in range(4):\n    out[i] = i\n", UsageError)


def test_a_warning_of_each_cell(shell):
    text = "%%par\ndef f(n):\n    s = 0\n    for i in par(range(n)):\n        s += i\n    return s\n    s\nf(3)"
    for number in range(2):
        with pytest.warns(CompileWarning, match="PAR0705"):
            shell.cell(text.replace("f(", f"f{number}("))


@pytest.mark.parametrize("text, reads, writes", [
    ("s += sum(x * k for x in x)", {"s", "sum", "k", "x"}, {"s"}),
    ("t = [a for a in b for c in a if c > d]", {"b", "d"}, {"t"}),
    ("f = lambda x, y=z: x + y + w", {"z", "w"}, {"f"}),
    ("with open(p) as q:\n    r = q\ns = r", {"open", "p"}, {"q", "r", "s"}),
    ("for i in n:\n    if i:\n        u = i\n    v = u", {"n", "u"}, {"i", "u", "v"}),
])
def test_what_a_piece_reads_and_binds(text, reads, writes):
    assert names_of(ast.parse("if 1:\n" + textwrap.indent(text, "    ")).body[0]) == (reads, writes)


def test_places_in_a_notebook(cache):
    cells = [
        "%load_ext parc\nimport numpy as np\nout = np.zeros(3)",
        "%%par\nx = 1\nprint(x)\n\npar y in range(4):\n    out[y] = 0\n",
        "%%par\nx = 1\npar y in range(1, 3):\n    out[y] = out[y - 1]\n",
    ]
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)))
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    traceback, message = ("\n".join(cell.outputs[-1].traceback) for cell in notebook.cells[1:])
    shown = re.sub("\x1b\\[[0-9;]*m", "", traceback)
    assert shown.count("Cell In[2], line") == 3 and "In[3]" not in shown, shown
    assert "      5 par y in range(4):\n----> 6     out[y] = 0\n" in shown, shown
    assert "Cell In[3]:4:" in re.sub("\x1b\\[[0-9;]*m", "", message)


def test_the_spelling_of_python_with_par_on(shell):
    shell.shell.run_line_magic("par", "on")
    try:
        assert shell.cell("s = 0.0\nfor i in par(range(10)):\n    s += i\ns")[0] == 45.0
        assert shell.cell("x = 1\nimport math; s = 0\npar i in range(3):\n    s += math.floor(i)\ns")[0] == 3
    finally:
        shell.shell.run_line_magic("par", "off")


def test_a_semicolon_hides_the_value(shell):
    assert shell.cell("%%par\npar i in range(3):\n    out[i] = i\nout;")[0] is None


def test_messages_name_the_variable(shell):
    shell.cell("out.flags.writeable = False; big = 2**70")
    shell.cell("%%par\npar i in range(3):\n    out[i] = i\n", ValueError)
    assert str(shell.error) == "the variable 'out' is a read-only array, and the cell writes to it"
    shell.cell("%%par\ns = 0\npar i in range(3):\n    s += big\n", OverflowError)
    assert str(shell.error).startswith("the variable 'big'")


def test_a_loop_in_a_lambda_is_refused(shell):
    shell.cell("%%par\nf = lambda k: sum(x * k for x in par(range(3)))\n", CompileError)


def test_disabled_cells_are_python(shell, monkeypatch):
    monkeypatch.setenv("PARC_DISABLE", "1")
    text = "%%par\nfor k in range(3):\n    par i in range(2):\n        pass\n    else:\n        break\nk"
    assert shell.cell(text)[0] == 0


def test_the_report_has_the_functions_of_the_cell(shell):
    shell.cell("%%par --annotate\ndef f(n):\n    s = 0\n    par i in range(n):\n        s += i\n    return s\nf(4)")
    assert "par loop in f: parallel" in shell.displayed[0].data["text/plain"]


def test_completion_of_values(shell):
    for text, expected in [("%%par --schedule ", {"static", "dynamic", "guided"}), ("%par o", {"on", "off"})]:
        with provisionalcompleter():
            found = {each.text for each in shell.shell.Completer.completions(text, len(text))}
        assert expected <= found, (text, found)


def test_an_interrupt_stops_the_loop(cache):
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        client.execute_interactive("%load_ext parc\nimport time\ns = 5.0", timeout=60)
        waiting = client.execute("%%par\nstart = time.time()\ns = 0.0\npar i in range(10**9):\n    for j in range(10**6):\n        s += i * j\n")
        time.sleep(3)
        manager.interrupt_kernel()
        while (reply := client.get_shell_msg(timeout=30))["parent_header"]["msg_id"] != waiting:
            pass
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        found = client.execute_interactive("assert s == 0.0", timeout=30)
        assert found["content"]["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_what_no_iteration_assigned(shell):
    shell.cell("%%par\npar i in range(5):\n    if a[i] > 1e9:\n        c = np.zeros(3)\n", UnboundLocalError)
    assert str(shell.error) == "no iteration assigned 'c', and it has no value from before; give it one above the loop"
