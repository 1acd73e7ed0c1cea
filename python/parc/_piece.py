"""Running a piece of a notebook cell as native code, on the live variables."""

import sys
import time
import types

from parc import _compiler, _plain
from parc._errors import CompileError
from parc._describe import UnsupportedType, describe, settled, type_key
from parc._kernel import Kernel
from parc._namespace import Namespace, literal
from parc._text import shown_imports, shown_path

_FUNCTION = "__parc_cell__"
_IF_BOUND = "__parc_if_bound__"


class PieceRunner:
    """Calls a piece: compiles it for the types of the variables that it reads, runs it, binds what it assigns.

    `kernels` are those that were made, in their order; `seconds` the time spent compiling and running.
    """

    def __init__(self, piece, cell, variables, loops, options):
        self._piece = piece
        self._cell = cell
        self._variables = variables
        self._loops = loops
        self._options = options
        self._versions = {}
        self.kernels = []
        self.compile_seconds = 0.0
        self.run_seconds = 0.0

    def __call__(self):
        __tracebackhide__ = True
        start = time.perf_counter()
        version = self._version()
        compiled = time.perf_counter()
        self.compile_seconds += compiled - start
        try:
            return version.run(self._variables)
        finally:
            self.run_seconds += time.perf_counter() - compiled

    def _version(self):
        __tracebackhide__ = True
        read = sorted(self._piece.reads & self._variables.keys())
        starts = {name: self._variables[name] for name in read if self._is_start(name)}
        names = self._parameters(name for name in read if name not in starts)
        kept = [name for name in sorted(self._piece.writes - self._piece.reads) if self._is_kept(name)]
        key = (*((name, type_key(self._variables[name])) for name in (*names, *kept)), *starts.items())
        version = self._versions.get(key)
        if version is None or version.is_outdated():
            version = self._versions[key] = self._new_version(names, kept, starts)
        return version

    def _new_version(self, names, kept, starts):
        __tracebackhide__ = True
        if kept:
            try:
                return _Version(self, sorted([*names, *kept]), starts)
            except CompileError:
                pass  # what the piece assigns is of another type: the old value cannot stay
        return _Version(self, names, starts)

    def _is_start(self, name):
        """Whether a variable is a usual start, 0, 1 or None: known to the compiler, it meets items of any type."""
        value = self._variables[name]
        return name in self._piece.writes and (value is None or (type(value) is int and value in (0, 1)))

    def _is_kept(self, name):
        """Whether a variable that the piece only assigns is passed, so that it stays where no iteration assigns it."""
        value = self._variables.get(name)
        return isinstance(value, tuple) or _is_array(value)

    def _parameters(self, read):
        """Those of the variables that native code takes. Raises UnsupportedType for data of another type."""
        __tracebackhide__ = True
        names = []
        for name in read:
            try:
                describe(self._variables[name])
            except UnsupportedType as error:
                if _is_code(self._variables[name]):
                    continue
                raise UnsupportedType(f"the variable '{name}' is {error.what}") from None
            names.append(name)
        return names


class _Version:
    """A piece for one list of variables and their types; `starts` are variables with known values."""

    def __init__(self, runner, names, starts):
        piece, cell = runner._piece, runner._cell
        self._names = names
        self._starts = starts
        self._is_expression = piece.is_expression
        self._results = sorted(piece.writes)
        namespace = Namespace(runner._variables, assigned=piece.writes)
        text = namespace.piece_text(cell.text, piece.node, {*names, *starts, *piece.writes})
        definition = self._definition()
        importing = f"from parc import _if_bound as {_IF_BOUND}\n"
        request = _compiler.KernelRequest(
            source=(shown_path(cell.path), text + importing + definition),
            imports=shown_imports(namespace.imports),
            function=_FUNCTION,
            line=0,
            types=list(settled(tuple(describe(runner._variables[name]) for name in names))),
            loops=runner._loops,
            outlined=(piece.is_expression, piece.begin, piece.end),
            shown=cell.text,
        )
        self._lines = cell.text.count("\n") + 1
        scope = {}
        exec(compile(definition, cell.path, "exec"), scope)
        function = types.FunctionType(scope[_FUNCTION].__code__, runner._variables)
        self._kernel = Kernel(request, function, runner._options, cell.path, namespace.texts)
        self._guards = namespace.guards
        runner.kernels.append(self._kernel)

    def _definition(self):
        """The function whose body the piece becomes; what was not bound before may not be bound after it."""
        values = "".join(f"{name}, " if self._is_bound(name) else f"{_IF_BOUND}({name}), " for name in self._results)
        value = "None" if self._is_expression else f"({values})"
        starts = "".join(f"    {name} = {number}\n" for name, number in self._starts.items())
        return f"def {_FUNCTION}({', '.join(self._names)}):\n{starts}    return {value}\n"

    def _is_bound(self, name):
        """Whether the variable has a value before the piece."""
        return name in self._names or name in self._starts

    def is_outdated(self):
        return not self._guards.hold()

    def _is_in_cell(self, traceback):
        """Whether an error is one of the cell's own lines, not of what hands the values back."""
        while traceback.tb_next is not None:
            traceback = traceback.tb_next
        return traceback.tb_lineno <= self._lines

    def run(self, variables):
        __tracebackhide__ = True
        try:
            result = self._kernel.native(*[variables[name] for name in self._names])
        except UnboundLocalError as error:
            if error.__traceback__ is None or self._is_in_cell(error.__traceback__):
                raise
            name = str(error).split("'")[1]
            raise UnboundLocalError(
                f"no iteration assigned '{name}', and it has no value from before; give it one above the loop"
            ) from None
        except (TypeError, ValueError, OverflowError) as error:
            problem = str(error).removeprefix(f"{_FUNCTION}() argument ")
            if problem == str(error):
                raise
            raise type(error)(f"the variable {problem.replace('the function writes', 'the cell writes')}") from None
        if self._is_expression:
            return result
        for name, value in zip(self._results, result, strict=True):
            if self._is_bound(name):
                variables[name] = value
            elif value[0]:
                variables[name] = value[1]
        return None


def _is_array(value):
    return isinstance(value, getattr(sys.modules.get("numpy"), "ndarray", ()))


def _is_code(value):
    """Whether a value is something to call or to look into, not data."""
    if value is _plain.par or isinstance(value, types.ModuleType | type):
        return True
    return callable(value) or literal(value) is not None
