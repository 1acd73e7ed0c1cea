"""The par loops in the text of a notebook cell: where they stand, and the cell with calls in their places."""

import ast
import sys

from parc import _compiler, _plain
from parc._dataflow import names_of
from parc._errors import CompileError
from parc._names import COMPREHENSIONS, walk_scope

# The name under which a cell's code finds its pieces, and the name of the decorator for its functions.
PIECES = "__parc_pieces__"
JIT = "__parc_jit__"


class Piece:
    """A par loop, block or comprehension that stands in no function. `begin` and `end` are offsets in bytes."""

    def __init__(self, node, begin, end):
        self.node = node
        self.begin = begin
        self.end = end
        self.is_expression = isinstance(node, ast.expr)
        self.reads, self.writes = names_of(node)


class Cell:
    """A cell's text, and what is made of it.

    `variables` are the live variables, `path` the name that tracebacks know the text by. `tree` is the cell as
    Python's syntax tree, with `PIECES[k]()` in place of each piece and its functions with par loops decorated.
    """

    def __init__(self, text, path, variables):
        self.text = text
        self.path = path
        masked, offsets = _compiler.mask(text)
        self.source = masked.encode()
        self._offsets = set(offsets)
        self._lines = _line_starts(self.source)
        self.pieces = []
        tree = ast.parse(masked, path)
        self.plain = ast.parse(masked, path)
        self.is_quiet = masked.rstrip().endswith(";")
        self.functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        self._par_names = _names_of_par(tree, variables)
        self.tree = ast.fix_missing_locations(_Replacer(self).visit(tree))

    @property
    def has_par(self):
        return bool(self.pieces) or any(
            isinstance(node, ast.Name) and node.id == JIT for node in ast.walk(self.tree)
        )

    def offset(self, line, column):
        return self._lines[line - 1] + column

    def is_par(self, node):
        """Whether a statement or an expression is a par loop, block or comprehension."""
        if isinstance(node, ast.For):
            return self.offset(node.lineno, node.col_offset) in self._offsets or self._is_par_call(node.iter)
        if isinstance(node, ast.With):
            return any(self._is_par_name(item.context_expr) for item in node.items)
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            return any(self._is_par_clause(clause) for clause in node.generators)
        return False

    def piece(self, node):
        begin = self.offset(node.lineno, node.col_offset)
        end = self.offset(node.end_lineno, node.end_col_offset)
        self.pieces.append(Piece(node, begin, end))
        return len(self.pieces) - 1

    def _is_par_name(self, node):
        if isinstance(node, ast.Attribute):
            return node.attr == "par" and isinstance(node.value, ast.Name) and node.value.id in self._par_names
        return isinstance(node, ast.Name) and node.id in self._par_names

    def _is_par_call(self, node):
        return isinstance(node, ast.Call) and self._is_par_name(node.func)

    def _is_par_clause(self, clause):
        if self._is_par_call(clause.iter):
            return True
        target = self.offset(clause.target.lineno, clause.target.col_offset)
        return any(
            offset + 3 <= target and self.source[offset + 3 : target].strip(b" \t\n\\(") == b"" for offset in self._offsets
        )


class _Replacer(ast.NodeTransformer):
    """Puts calls in the places of pieces."""

    def __init__(self, cell):
        self.cell = cell

    def visit_For(self, node):
        return self._statement(node) if self.cell.is_par(node) else self.generic_visit(node)

    visit_With = visit_For

    def visit_Call(self, node):
        folds = len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp) and self.cell.is_par(node.args[0])
        return self._expression(node) if folds else self.generic_visit(node)

    def visit_ListComp(self, node):
        return self._expression(node) if self.cell.is_par(node) else self.generic_visit(node)

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp

    def visit_FunctionDef(self, node):
        self._refuse_inner(node)
        if self._holds_par(node):
            node.decorator_list.append(ast.copy_location(ast.Name(JIT, ast.Load()), node))
        return node

    def visit_ClassDef(self, node):
        self._refuse(node, "PAR0404: a par loop in a method is not supported yet")
        return node

    def visit_AsyncFunctionDef(self, node):
        self._refuse(node, "PAR0407: a par loop in an async function is not supported")
        return node

    def visit_Lambda(self, node):
        self._refuse(node, "PAR0405: a par loop in a lambda is not supported")
        return node

    def _statement(self, node):
        return ast.copy_location(ast.Expr(self._expression(node)), node)

    def _expression(self, node):
        pieces = ast.Name(PIECES, ast.Load())
        chosen = ast.Subscript(pieces, ast.Constant(self.cell.piece(node)), ast.Load())
        return ast.copy_location(ast.Call(chosen, [], []), node)

    def _holds_par(self, function):
        own = [node for child in function.body for node in walk_scope(child)]
        inside = [each for node in own if isinstance(node, COMPREHENSIONS) for each in ast.walk(node)]
        return any(map(self.cell.is_par, own + inside))

    def _refuse_inner(self, function):
        for node in ast.walk(function):
            if node is not function and isinstance(node, ast.FunctionDef):
                self._refuse(node, "PAR0405: a par loop in an inner function is not supported yet")

    def _refuse(self, node, message):
        for inner in ast.walk(node):
            if self.cell.is_par(inner):
                raise CompileError(f"{message} (line {inner.lineno}); call a function of the cell that holds the loop")


def _line_starts(source):
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _names_of_par(tree, variables):
    """The names that mean parc's `par`, or the module parc, in the cell."""
    names = {name for name, value in variables.items() if value is _plain.par or value is sys.modules["parc"]}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "parc" and not node.level:
            names.update(each.asname or each.name for each in node.names if each.name == "par")
        elif isinstance(node, ast.Import):
            names.update(each.asname or each.name for each in node.names if each.name == "parc")
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and node.value.id in names:
            names.update(each.id for each in node.targets if isinstance(each, ast.Name))
    return names
