"""Names in Python's syntax trees: which a statement binds, which it uses."""

import ast

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def walk_scope(node):
    """The nodes of one scope: inner functions, classes and comprehensions without what is in them."""
    yield node
    if isinstance(node, _SCOPES + COMPREHENSIONS):
        return
    for child in ast.iter_child_nodes(node):
        yield from walk_scope(child)


def bound_names(statements):
    """The names that the statements bind where they stand."""
    names = set()
    for statement in statements:
        for node in walk_scope(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names.update(each.asname or each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                names.add(node.name)
            elif isinstance(node, COMPREHENSIONS):
                names.update(each.target.id for each in ast.walk(node) if isinstance(each, ast.NamedExpr))
    return names


def used_names(node):
    """The names in a node, also those in quoted annotations."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    for each in ast.walk(node):
        annotation = getattr(each, "annotation", None) or getattr(each, "returns", None)
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            try:
                names |= used_names(ast.parse(annotation.value, mode="eval"))
            except SyntaxError:
                pass  # the compiler says what is wrong with it
    return names


def outer_names(function):
    """The names of the namespace around it that a function definition uses: in its body, and only in annotations."""
    parameters = {each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)}
    declared = {name for each in ast.walk(function) if isinstance(each, ast.Global) for name in each.names}
    local = (parameters | bound_names(function.body)) - declared
    body = used_names(ast.Module(function.body, [])) - local
    annotations = [each.annotation for each in ast.walk(function.args) if isinstance(each, ast.arg) and each.annotation]
    annotations += [function.returns] if function.returns else []
    quoted = ast.Module([ast.AnnAssign(ast.Name("_", ast.Store()), each, None, 1) for each in annotations], [])
    return body, used_names(quoted) - {"_"} - body


def attributes_of(node, name):
    """What is taken of a name: {"sub": {"f": {}}} for `name.sub.f`."""
    found = {}
    for each in ast.walk(node):
        path = []
        while isinstance(each, ast.Attribute):
            path.append(each.attr)
            each = each.value
        if isinstance(each, ast.Name) and each.id == name:
            place = found
            for attribute in reversed(path):
                place = place.setdefault(attribute, {})
    return found
