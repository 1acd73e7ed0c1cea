"""Which names a statement or expression reads before it binds them, and which it binds."""

import ast

from parc._names import COMPREHENSIONS


def names_of(node):
    """(reads, writes) of a node: the names whose value from before it may matter, and those that it may bind."""
    flow = _Flow()
    if isinstance(node, ast.expr):
        flow.expression(node, set())
    else:
        flow.statements([node], set())
    return flow.reads, flow.writes


class _Flow:
    def __init__(self):
        self.reads = set()
        self.writes = set()

    def statements(self, body, bound):
        """Walks statements in order; gives the names that are bound for certain after them."""
        for statement in body:
            bound = self._statement(statement, bound)
        return bound

    def _statement(self, node, bound):
        if isinstance(node, ast.Assign):
            self.expression(node.value, bound)
            return bound.union(*(self._target(target, bound) for target in node.targets))
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            self.expression(node.value, bound)
            return bound | self._target(node.target, bound)
        if isinstance(node, ast.AugAssign):
            if isinstance(node.target, ast.Name):
                self._read_name(node.target.id, bound)
            self.expression(node.value, bound)
            return bound | self._target(node.target, bound)
        if isinstance(node, ast.For):
            self.expression(node.iter, bound)
            self.statements(node.body, bound | self._target(node.target, bound))
            self.statements(node.orelse, bound)
            return bound
        if isinstance(node, ast.While):
            self.expression(node.test, bound)
            self.statements(node.body, bound)
            self.statements(node.orelse, bound)
            return bound
        if isinstance(node, ast.If):
            self.expression(node.test, bound)
            return self.statements(node.body, bound) & self.statements(node.orelse, bound)
        if isinstance(node, ast.With):
            for item in node.items:
                self.expression(item.context_expr, bound)
                if item.optional_vars is not None:
                    bound = bound | self._target(item.optional_vars, bound)
            return self.statements(node.body, bound)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                self._statement(child, bound)
            else:
                self.expression(child, bound)
        return bound

    def _target(self, node, bound):
        """Notes what an assignment to the target binds and reads; gives the names that it binds."""
        if isinstance(node, ast.Name):
            self.writes.add(node.id)
            return {node.id}
        if isinstance(node, ast.Tuple | ast.List):
            return set().union(*(self._target(each, bound) for each in node.elts))
        if isinstance(node, ast.Starred):
            return self._target(node.value, bound)
        self.expression(node, bound)
        return set()

    def expression(self, node, bound):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self._read_name(node.id, bound)
            else:
                self.writes.add(node.id)
        elif isinstance(node, COMPREHENSIONS):
            self._comprehension(node, bound)
        elif isinstance(node, ast.Lambda):
            inner = {each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg)}
            for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
                self.expression(default, bound)
            self.expression(node.body, bound | inner)
        else:
            for child in ast.iter_child_nodes(node):
                self.expression(child, bound)

    def _comprehension(self, node, bound):
        """The first iterable is read outside, everything else sees the targets."""
        inner = {each.id for clause in node.generators for each in ast.walk(clause.target) if isinstance(each, ast.Name)}
        for clause in node.generators:
            self.expression(clause.iter, bound if clause is node.generators[0] else bound | inner)
            for test in clause.ifs:
                self.expression(test, bound | inner)
        for value in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            self.expression(value, bound | inner)

    def _read_name(self, name, bound):
        if name not in bound:
            self.reads.add(name)
