"""CPython's own tree of a file, in the format of `parc emit --stage=syntax`.

Text is latin-1 throughout: each character stands for one byte of UTF-8, as `parc` prints it.
"""

import ast
import re

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&",
    ast.BitOr: "|", ast.BitXor: "^",
}
UNARY = {ast.UAdd: "+", ast.USub: "-", ast.Invert: "~", ast.Not: "not"}
COMPARE = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}


def as_bytes(text):
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def quoted(data):
    out = []
    for c in data:
        if c in '"\\':
            out.append("\\" + c)
        elif ord(c) < 0x20 or ord(c) == 0x7F:
            out.append(f"\\x{ord(c):02x}")
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


class Dump:
    def __init__(self, source, ranges):
        self.ranges = ranges
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.lines = []
        self.depth = 0

    # ---- places ----

    def at(self, node):
        if not self.ranges:
            return ""
        begin = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        return f"@{begin}:{end}"

    # ---- expressions ----

    def expr(self, node):
        if node is None:
            return "_"
        return getattr(self, "expr_" + type(node).__name__)(node) + self.at(node)

    def list(self, nodes):
        return ", ".join(self.expr(node) for node in nodes)

    def expr_Name(self, node):
        return as_bytes(node.id)

    def expr_Constant(self, node):
        value = node.value
        if value is None or isinstance(value, bool):
            return str(value)
        if value is Ellipsis:
            return "Ellipsis"
        if isinstance(value, int):
            return f"Int({value})"
        if isinstance(value, float):
            return f"Float({value!r})"
        if isinstance(value, complex):
            return f"Imaginary({value.imag!r})"
        if isinstance(value, bytes):
            return f"Bytes({quoted(value.decode('latin-1'))})"
        return f"Str({quoted(as_bytes(value))})"

    def expr_JoinedStr(self, node):
        return f"FString({', '.join(self.format_part(part) for part in node.values)})"

    def format_part(self, part):
        if isinstance(part, ast.Constant):
            return quoted(as_bytes(part.value))
        text = "{" + self.expr(part.value)
        if part.conversion != -1:
            text += "!" + chr(part.conversion)
        if part.format_spec is not None:
            constant = all(isinstance(v, ast.Constant) for v in part.format_spec.values)
            spec = "".join(v.value for v in part.format_spec.values) if constant else None
            if spec is None:
                text += ":<nested>"
            elif spec:
                text += ":" + quoted(as_bytes(spec))
        return text + "}"

    def expr_UnaryOp(self, node):
        return f"Unary({UNARY[type(node.op)]}, {self.expr(node.operand)})"

    def expr_BinOp(self, node):
        return f"Binary({BINARY[type(node.op)]}, {self.expr(node.left)}, {self.expr(node.right)})"

    def expr_BoolOp(self, node):
        return f"{type(node.op).__name__}({self.list(node.values)})"

    def expr_Compare(self, node):
        parts = [self.expr(node.left)]
        for op, right in zip(node.ops, node.comparators):
            parts += [COMPARE[type(op)], self.expr(right)]
        return f"Compare({', '.join(parts)})"

    def expr_IfExp(self, node):
        return f"Conditional({self.list([node.test, node.body, node.orelse])})"

    def expr_NamedExpr(self, node):
        return f"Named({self.list([node.target, node.value])})"

    def expr_Call(self, node):
        parts = [self.expr(node.func), *map(self.expr, node.args)]
        parts += map(self.keyword, node.keywords)
        return f"Call({', '.join(parts)})"

    def keyword(self, node):
        value = self.expr(node.value)
        return f"**{value}" if node.arg is None else f"{as_bytes(node.arg)}={value}"

    def expr_Attribute(self, node):
        return f"Attribute({self.expr(node.value)}, {as_bytes(node.attr)})"

    def expr_Subscript(self, node):
        value = self.expr(node.value)
        bare = isinstance(node.slice, ast.Tuple) and self.is_bare(node.slice)
        if bare:
            return f"Subscript({value}, Tuple({self.list(node.slice.elts)}))"
        return f"Subscript({value}, {self.expr(node.slice)})"

    def is_bare(self, node):
        begin = self.starts[node.lineno - 1] + node.col_offset
        if self.source_bytes[begin:begin + 1] != b"(":
            return True
        first = node.elts[0] if node.elts else None
        return first is not None and (first.lineno, first.col_offset) == (
            node.lineno, node.col_offset)

    def expr_Slice(self, node):
        return f"Slice({self.list([node.lower, node.upper, node.step])})"

    def expr_Starred(self, node):
        return "*" + self.expr(node.value)

    def expr_Tuple(self, node):
        return f"Tuple({self.list(node.elts)})"

    def expr_List(self, node):
        return f"List({self.list(node.elts)})"

    def expr_Set(self, node):
        return f"Set({self.list(node.elts)})"

    def expr_Dict(self, node):
        parts = [f"**{self.expr(value)}" if key is None else f"{self.expr(key)}: {self.expr(value)}"
                 for key, value in zip(node.keys, node.values)]
        return f"Dict({', '.join(parts)})"

    def expr_Lambda(self, node):
        return f"Lambda({self.parameters(node.args)}, {self.expr(node.body)})"

    def comprehension(self, name, node, element):
        parts = [element]
        for clause in node.generators:
            parts.append(f"for({self.list([clause.target, clause.iter, *clause.ifs])})")
        text = f"{name}({', '.join(parts)})"
        if any(clause.is_async for clause in node.generators):
            return f'Unsupported("an asynchronous comprehension", {text}{self.at(node)})'
        return text

    def expr_ListComp(self, node):
        return self.comprehension("ListComp", node, self.expr(node.elt))

    def expr_SetComp(self, node):
        return self.comprehension("SetComp", node, self.expr(node.elt))

    def expr_GeneratorExp(self, node):
        return self.comprehension("GeneratorExp", node, self.expr(node.elt))

    def expr_DictComp(self, node):
        return self.comprehension(
            "DictComp", node, f"{self.expr(node.key)}: {self.expr(node.value)}")

    def unsupported(self, what, parts):
        return "Unsupported(" + ", ".join([quoted(what), *parts]) + ")"

    def expr_Await(self, node):
        return self.unsupported("an await expression", [self.expr(node.value)])

    def expr_Yield(self, node):
        return self.unsupported("a yield expression", [self.expr(node.value)] if node.value else [])

    def expr_YieldFrom(self, node):
        return self.unsupported("a yield expression", [self.expr(node.value)])

    def parameters(self, args):
        plain = args.posonlyargs + args.args
        defaults = [None] * (len(plain) - len(args.defaults)) + args.defaults
        parts = []
        for i, (arg, default) in enumerate(zip(plain, defaults)):
            prefix = "posonly " if i < len(args.posonlyargs) else ""
            parts.append(self.parameter(prefix, arg, default))
        if args.vararg:
            parts.append(self.parameter("*", args.vararg, None))
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            parts.append(self.parameter("kwonly ", arg, default))
        if args.kwarg:
            parts.append(self.parameter("**", args.kwarg, None))
        return "[" + ", ".join(parts) + "]"

    def parameter(self, prefix, arg, default):
        text = prefix + as_bytes(arg.arg) + self.at(arg)
        if arg.annotation is not None:
            text += ": " + self.expr(arg.annotation)
        if default is not None:
            text += " = " + self.expr(default)
        return text

    # ---- statements ----

    def line(self, text):
        self.lines.append("  " * self.depth + text)

    def body(self, statements):
        self.depth += 1
        for statement in statements:
            self.stmt(statement)
        self.depth -= 1

    def block(self, word, statements):
        if statements:
            self.line(word)
            self.body(statements)

    def stmt(self, node):
        getattr(self, "stmt_" + type(node).__name__)(node)

    def head(self, node, text):
        self.line(text + self.at(node))

    def stmt_FunctionDef(self, node, word="FunctionDef"):
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))
        text = f"{word} {as_bytes(node.name)}{self.parameters(node.args)}"
        if node.returns is not None:
            text += " -> " + self.expr(node.returns)
        if is_generator(node):
            text += " generator"
        if getattr(node, "type_params", None):
            text += " generic"
        self.head(node, text)
        self.body(node.body)

    def stmt_AsyncFunctionDef(self, node):
        self.stmt_FunctionDef(node, "AsyncFunctionDef")

    def stmt_ClassDef(self, node):
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))
        parts = [*map(self.expr, node.bases), *map(self.keyword, node.keywords)]
        self.head(node, f"ClassDef {as_bytes(node.name)}({', '.join(parts)})")
        self.body(node.body)

    def stmt_Return(self, node):
        self.head(node, "Return " + self.expr(node.value))

    def stmt_Delete(self, node):
        self.head(node, "Delete " + self.list(node.targets))

    def stmt_Assign(self, node):
        targets = "".join(self.expr(target) + " = " for target in node.targets)
        self.head(node, f"Assign {targets}{self.expr(node.value)}")

    def stmt_AugAssign(self, node):
        self.head(node, f"AugAssign {self.expr(node.target)} {BINARY[type(node.op)]}= "
                        f"{self.expr(node.value)}")

    def stmt_AnnAssign(self, node):
        self.head(node, f"AnnAssign {self.expr(node.target)}: {self.expr(node.annotation)} = "
                        f"{self.expr(node.value)}")

    def stmt_For(self, node, word="For"):
        self.head(node, f"{word} {self.expr(node.target)} in {self.expr(node.iter)}")
        self.body(node.body)
        self.block("else", node.orelse)

    def stmt_AsyncFor(self, node):
        self.stmt_For(node, "AsyncFor")

    def stmt_While(self, node):
        self.head(node, "While " + self.expr(node.test))
        self.body(node.body)
        self.block("else", node.orelse)

    def stmt_If(self, node):
        self.head(node, "If " + self.expr(node.test))
        self.body(node.body)
        self.block("else", node.orelse)

    def stmt_With(self, node, word="With"):
        items = []
        for item in node.items:
            target = "" if item.optional_vars is None else " as " + self.expr(item.optional_vars)
            items.append(self.expr(item.context_expr) + target)
        self.head(node, f"{word} {', '.join(items)}")
        self.body(node.body)

    def stmt_AsyncWith(self, node):
        self.stmt_With(node, "AsyncWith")

    def stmt_Raise(self, node):
        self.head(node, f"Raise {self.expr(node.exc)} from {self.expr(node.cause)}")

    def stmt_Assert(self, node):
        self.head(node, f"Assert {self.expr(node.test)}, {self.expr(node.msg)}")

    def names(self, aliases):
        return ", ".join(as_bytes(a.name + (f" as {a.asname}" if a.asname else ""))
                         for a in aliases)

    def stmt_Import(self, node):
        self.head(node, "Import " + self.names(node.names))

    def stmt_ImportFrom(self, node):
        module = "." * node.level + (node.module or "")
        self.head(node, f"ImportFrom {as_bytes(module)} {self.names(node.names)}")

    def stmt_Global(self, node):
        self.head(node, "Global " + ", ".join(map(as_bytes, node.names)))

    def stmt_Nonlocal(self, node):
        self.head(node, "Nonlocal " + ", ".join(map(as_bytes, node.names)))

    def stmt_Expr(self, node):
        self.head(node, "Expr " + self.expr(node.value))

    def stmt_Pass(self, node):
        self.head(node, "Pass")

    def stmt_Break(self, node):
        self.head(node, "Break")

    def stmt_Continue(self, node):
        self.head(node, "Continue")

    def stmt_Try(self, node):
        self.head(node, "Try")
        self.body(node.body)
        for handler in node.handlers:
            self.block("except", handler.body)
        types = [handler.type for handler in node.handlers if handler.type is not None]
        if types:
            self.line("types " + self.list(types))
        names = [handler.name for handler in node.handlers if handler.name]
        if names:
            self.line("binds " + as_bytes(", ".join(names)))
        self.block("else", node.orelse)
        self.block("finally", node.finalbody)

    stmt_TryStar = stmt_Try

    def stmt_Match(self, node):
        parts = [node.subject.elts if isinstance(node.subject, ast.Tuple) else [node.subject]]
        parts = parts[0] + [case.guard for case in node.cases if case.guard is not None]
        if isinstance(node.subject, ast.Tuple) and not self.is_bare(node.subject):
            parts = [node.subject] + parts[len(node.subject.elts):]
        self.head(node, f'Unsupported "a match statement" {self.list(parts)}')
        names = [name for case in node.cases for name in captures(case.pattern)]
        if names:
            self.line("binds " + as_bytes(", ".join(names)))
        for case in node.cases:
            self.block("case", case.body)

    def stmt_TypeAlias(self, node):
        self.head(node, 'Unsupported "a type alias statement" ')
        self.line("binds " + as_bytes(node.name.id))


def captures(pattern):
    """Names that a pattern binds, in source order (an `as` name last)."""
    if isinstance(pattern, ast.MatchMapping):
        found = [name for p in pattern.patterns for name in captures(p)]
        return found + ([pattern.rest] if pattern.rest else [])
    found = []
    for child in ast.iter_child_nodes(pattern):
        if isinstance(child, ast.pattern):
            found += captures(child)
    name = getattr(pattern, "name", None)
    return found + ([name] if name else [])


def is_generator(function):
    stack = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            stack += node.decorator_list + node.args.defaults
            stack += [d for d in node.args.kw_defaults if d is not None]
        elif isinstance(node, ast.Lambda):
            stack += node.args.defaults + [d for d in node.args.kw_defaults if d is not None]
        elif isinstance(node, ast.ClassDef):
            stack += node.decorator_list + node.bases + [k.value for k in node.keywords]
        else:
            stack += ast.iter_child_nodes(node)
    return False


def dump(source, ranges=False):
    """The dump of a source file given as bytes in UTF-8."""
    dumper = Dump(source, ranges)
    dumper.source_bytes = source
    dumper.depth = -1
    dumper.body(ast.parse(source).body)
    return "".join(line + "\n" for line in dumper.lines)


def normalized(text):
    """`parc`'s dump with its numbers as Python shows them."""
    text = re.sub(r"\bInt\((\w+)\)", lambda m: f"Int({plain_int(m[1])})", text)
    return re.sub(r"\b(Float|Imaginary)\(([\w.+-]+)\)",
                  lambda m: f"{m[1]}({float(m[2])!r})", text)


def plain_int(digits):
    return int(digits, 10 if digits.isdigit() else 0)
