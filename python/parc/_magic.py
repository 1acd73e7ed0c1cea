"""The magics of IPython and Jupyter: `%load_ext parc`, then `%%par` and `%par`."""

import ast
import functools
import re
import sys
import textwrap

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import display

from parc import _compiler
from parc._cell import JIT, PIECES, Cell
from parc._jit import COMPILER_OPTIONS, JitFunction
from parc._kernel import is_disabled
from parc._piece import PieceRunner
from parc._plain import check_option

_SCHEDULES = ("static", "dynamic", "guided")
_STAGES = ("cpp", "ir")
_OPTIONS = ("--annotate", "--time", "--threads", "--schedule", "--force", "--show")


@magics_class
class ParMagics(Magics):
    """Par loops of notebook cells as native code."""

    _is_transforming = False  # the text of a `%%par` cell, which is not to be routed again

    @magic_arguments()
    @argument("-a", "--annotate", action="store_true", help="show the report on the cell's par loops")
    @argument("-t", "--time", action="store_true", help="print the time for compiling and for running")
    @argument("--threads", type=int, help="at most so many threads for each par loop")
    @argument("--schedule", choices=_SCHEDULES, help="how iterations are handed out")
    @argument("-f", "--force", action="store_true", help="compile what the cache has already")
    @argument("--show", choices=_STAGES, help="print the C++ or the IR of the par loops")
    @argument("-h", "--help", action="store_true", help="print this")
    @cell_magic
    def par(self, line, cell):
        """Runs the cell with its par loops compiled for the types of the live variables.

        A par loop is `for i in par(xs):` or `par i in xs:`. What it assigns is assigned to the notebook's variables;
        functions of the cell with par loops are compiled when they are called, as with parc.jit; everything
        else runs as Python. What cannot be compiled raises parc.CompileError.
        """
        __tracebackhide__ = True
        arguments = parse_argstring(self.par, line)
        return self._run("\n" + cell, arguments)

    @line_magic("par")  # type: ignore[arg-type]
    def par_line(self, line):
        """`%par on` compiles the par loops of all further cells, `%par off` ends that."""
        word = line.strip()
        transformers = self.shell.input_transformers_post
        if word in ("-h", "--help"):
            print(self.par.__doc__)
            return
        if word not in ("on", "off"):
            raise UsageError("%par takes `on` or `off`; %%par goes on top of a cell")
        transformers[:] = [each for each in transformers if getattr(each, "__self__", None) is not self]
        if word == "on":
            transformers.append(self.route)

    def route(self, lines):
        """Hands a cell with a par loop to `%%par`."""
        text = "".join(lines)
        if self._is_transforming or "par" not in text or text.startswith("get_ipython().run_cell_magic"):
            return lines
        try:
            has_par = Cell(text, "cell", self.shell.user_ns).has_par
        except SyntaxError:
            return lines
        return [f"get_ipython().run_cell_magic('par', '', {text!r})\n"] if has_par else lines

    def _run(self, text, arguments):
        __tracebackhide__ = True
        shell = self.shell
        if arguments.help:
            print(self.par.__doc__)
            return None
        text = self._without_magics(text)
        path = shell.compile.cache(text, self._number(), raw_code=text)
        cell = Cell(text, path, shell.user_ns)
        loops = {name: getattr(arguments, name) for name in ("threads", "schedule")}
        loops = {name: value for name, value in loops.items() if value is not None}
        for name, value in loops.items():
            _check_option(name, value)
        options = {"force": arguments.force}
        if arguments.annotate:
            options |= {"explain": True, "cache": False}
        runners = [PieceRunner(piece, cell, shell.user_ns, loops, options) for piece in cell.pieces]
        try:
            return self._execute(cell, runners, loops, options)
        finally:
            self._show(arguments, cell, runners)

    def _number(self):
        """The number of the cell that is being run: the innermost one that this was called from."""
        frame = sys._getframe(1)
        while frame is not None:
            name = self.shell.compile.format_code_name(frame.f_code.co_filename)  # ("Cell", "In[3]")
            if name:
                return int(re.sub(r"\D", "", name[1]))
            frame = frame.f_back
        return self.shell.execution_count

    def _without_magics(self, text):
        """The text as Python: line magics and shell commands in it as the calls that they stand for."""
        stripped = text.lstrip("\n")
        blank, stripped = text[: len(text) - len(stripped)], textwrap.dedent(stripped)
        masked, offsets = _compiler.mask(stripped)
        self._is_transforming = True
        try:
            transformed = self.shell.transform_cell(masked)
        finally:
            self._is_transforming = False
        if transformed.rstrip("\n") == masked.rstrip("\n"):
            return blank + stripped
        lines, old = transformed.split("\n"), masked.encode()
        for offset in offsets:
            number = old.count(b"\n", 0, offset)
            column = offset - (old.rfind(b"\n", 0, offset) + 1)
            line = lines[number].encode()
            lines[number] = (line[:column] + b"par" + line[column + 3 :]).decode()
        return blank + "\n".join(lines)

    def _execute(self, cell, runners, loops, options):
        """Runs the cell; the value of its last expression is the magic's, as it is in any cell."""
        __tracebackhide__ = True
        variables = self.shell.user_ns
        variables[PIECES] = runners
        variables[JIT] = functools.partial(JitFunction, loops=loops, options=COMPILER_OPTIONS | options)
        tree = cell.plain if is_disabled() else cell.tree
        body = tree.body
        last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
        try:
            exec(self._compiled(tree, cell.path, "exec"), variables)
            if last is None:
                return None
            value = eval(self._compiled(ast.Expression(last.value), cell.path, "eval"), variables)
            return None if cell.is_quiet else value
        finally:
            variables.pop(PIECES, None)
            variables.pop(JIT, None)

    def _compiled(self, tree, path, mode):
        return compile(tree, path, mode, flags=self.shell.compile.flags, dont_inherit=True)

    def _show(self, arguments, cell, runners):
        variables = self.shell.user_ns
        functions = [variables[name] for name in cell.functions if isinstance(variables.get(name), JitFunction)]
        kernels = [kernel for runner in runners for kernel in runner.kernels]
        if arguments.show:
            for kernel in kernels:
                print(_compiler.emit_kernel(kernel.request, arguments.show)[0])
        kernels += [kernel for function in functions for kernel in function.kernels]
        if arguments.annotate and kernels:
            report = _compiler.combine([kernel.report for kernel in kernels])
            display({"text/html": _framed(report.html()), "text/plain": report.loops_text()}, raw=True)
        if arguments.time:
            _print_times(runners)


def _check_option(name, value):
    try:
        check_option(name, value)
    except (TypeError, ValueError) as error:
        raise UsageError(str(error).replace(f"par() option {name}=", f"%%par --{name}")) from None


def _framed(page):
    """A whole page inside a cell's output."""
    escaped = page.replace("&", "&amp;").replace('"', "&quot;")
    return f'<iframe srcdoc="{escaped}" style="width: 100%; height: 30em; border: 0" title="report of parc"></iframe>'


def _print_times(runners):
    compiling = sum(runner.compile_seconds for runner in runners)
    running = sum(runner.run_seconds for runner in runners)
    kernels = [kernel for runner in runners for kernel in runner.kernels]
    cached = kernels and all(kernel.was_cached for kernel in kernels)
    print(f"compiled in {compiling * 1e3:.1f} ms{' (cached)' if cached else ''}, ran in {running * 1e3:.1f} ms")


def _complete_options(_, event):
    before = event.line.removesuffix(event.symbol).split()
    choices = {"--schedule": _SCHEDULES, "--show": _STAGES, "%par": ("on", "off")}.get(before[-1] if before else "", _OPTIONS)
    return [text for text in choices if text.startswith(event.symbol)] or ["--"]


def load_ipython_extension(shell):
    shell.register_magics(ParMagics)
    for magic in ("%%par", "%par"):
        shell.set_hook("complete_command", _complete_options, str_key=magic)


def unload_ipython_extension(shell):
    transformers = shell.input_transformers_post
    transformers[:] = [each for each in transformers if not isinstance(getattr(each, "__self__", None), ParMagics)]
