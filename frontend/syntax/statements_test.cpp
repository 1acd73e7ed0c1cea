#include <gtest/gtest.h>

#include "frontend/syntax/test_helper.h"

namespace parc::syntax {
namespace {

std::string tree(const std::string& text) {
  Parsed parsed(text);
  EXPECT_EQ(parsed.messages(), "") << text;
  return parsed.dumped;
}

TEST(Statements, Loops) {
  EXPECT_EQ(tree("par i in range(n):\n  a[i] = 0\nelse:\n  pass\n"),
            "ForPar i in Call(range, n)\n  Assign Subscript(a, i) = Int(0)\nelse\n  Pass\n");
  EXPECT_EQ(tree("for k, (i, j) in xs: f(i); g(j)\n"),
            "For Tuple(k, Tuple(i, j)) in xs\n  Expr Call(f, i)\n  Expr Call(g, j)\n");
  EXPECT_EQ(tree("for x in a, b:\n  break\n"), "For x in Tuple(a, b)\n  Break\n");
  EXPECT_EQ(tree("while x:\n  continue\nelse:\n  y\n"), "While x\n  Continue\nelse\n  Expr y\n");
}

TEST(Statements, Branches) {
  EXPECT_EQ(tree("if a:\n  b\nelif c:\n  d\nelif e:\n  f\nelse:\n  g\n"),
            "If a\n  Expr b\nelse\n  If c\n    Expr d\n  else\n    If e\n      Expr f\n"
            "    else\n      Expr g\n");
}

TEST(Statements, Assignments) {
  EXPECT_EQ(tree("a = b = c\n"), "Assign a = b = c\n");
  EXPECT_EQ(tree("a, *b = c, d\n"), "Assign Tuple(a, *b) = Tuple(c, d)\n");
  EXPECT_EQ(tree("[a, (b)] = c\n"), "Assign List(a, b) = c\n");
  EXPECT_EQ(tree("a.b[c] //= d\n"), "AugAssign Subscript(Attribute(a, b), c) //= d\n");
  EXPECT_EQ(tree("a: int = 3\nb: list[int]\n"),
            "AnnAssign a: int = Int(3)\nAnnAssign b: Subscript(list, int) = _\n");
  EXPECT_EQ(tree("type(x).y = z\n"), "Assign Attribute(Call(type, x), y) = z\n");
}

TEST(Statements, Functions) {
  EXPECT_EQ(tree("def f(a, /, b: int = 3, *args, c, d=4, **kw) -> float:\n  \"\"\"doc\"\"\"\n"),
            "FunctionDef f[posonly a, b: int = Int(3), *args, kwonly c, kwonly d = Int(4), **kw] "
            "-> float\n  Expr Str(\"doc\")\n");
  Parsed parsed("def f():\n  'doc'\n");
  EXPECT_EQ(get<FunctionDef>(parsed.tree, parsed.tree.body[0])->docstring, "doc");
  EXPECT_EQ(tree("@parc.jit\n@p(1)\ndef f(*, a): return a\n"),
            "@Attribute(parc, jit)\n@Call(p, Int(1))\nFunctionDef f[kwonly a]\n  Return a\n");
  EXPECT_EQ(tree("def f[T: int](x: T): pass\n"), "FunctionDef f[x: T] generic\n  Pass\n");
  EXPECT_EQ(tree("def f(a: 'X', b: A | None, c: t.U[int, ...]): pass\n"),
            "FunctionDef f[a: Str(\"X\"), b: Binary(|, A, None), "
            "c: Subscript(Attribute(t, U), Tuple(int, Ellipsis))]\n  Pass\n");
}

TEST(Statements, Annotations) {
  EXPECT_EQ(tree("def f(a: f64[:, :], b: parc.f64[:], c: x[1:n]) -> list[T] | None: pass\n"),
            "FunctionDef f[a: Subscript(f64, Tuple(Slice(_, _, _), Slice(_, _, _))), "
            "b: Subscript(Attribute(parc, f64), Slice(_, _, _)), "
            "c: Subscript(x, Slice(Int(1), n, _))] -> Binary(|, Subscript(list, T), None)\n"
            "  Pass\n");
  EXPECT_EQ(tree("x: Annotated[NDArray[np.float64], 'n m'] = y\n"),
            "AnnAssign x: Subscript(Annotated, Tuple(Subscript(NDArray, Attribute(np, float64)), "
            "Str(\"n m\"))) = y\n");
}

TEST(Statements, Classes) {
  EXPECT_EQ(tree("class A(B, metaclass=M):\n  x = 1\n"),
            "ClassDef A(B, metaclass=M)\n  Assign x = Int(1)\n");
}

TEST(Statements, Imports) {
  EXPECT_EQ(tree("import a.b as c, d\n"), "Import a.b as c, d\n");
  EXPECT_EQ(tree("from ..a import (b as c,\n  d,)\n"), "ImportFrom ..a b as c, d\n");
  EXPECT_EQ(tree("from . import *\n"), "ImportFrom . *\n");
  EXPECT_EQ(tree("from __future__ import annotations\n"), "ImportFrom __future__ annotations\n");
}

TEST(Statements, Others) {
  EXPECT_EQ(tree("with a as b, c: pass\n"), "With a as b, c\n  Pass\n");
  EXPECT_EQ(tree("with (a as b, c as d):\n  pass\n"), "With a as b, c as d\n  Pass\n");
  EXPECT_EQ(tree("with a if b else c as d:\n  pass\n"), "With Conditional(b, a, c) as d\n  Pass\n");
  EXPECT_EQ(tree("with par:\n  a = 1\n"), "With par\n  Assign a = Int(1)\n");
  EXPECT_EQ(tree("raise A(1) from b\n"), "Raise Call(A, Int(1)) from b\n");
  EXPECT_EQ(tree("assert a, 'm'\n"), "Assert a, Str(\"m\")\n");
  EXPECT_EQ(tree("del a, b[0]\n"), "Delete a, Subscript(b, Int(0))\n");
  EXPECT_EQ(tree("try:\n  a\nexcept (A, B) as e:\n  b\nexcept:\n  c\nfinally:\n  d\n"),
            "Try\n  Expr a\nexcept\n  Expr b\nexcept\n  Expr c\ntypes Tuple(A, B)\nbinds e\n"
            "finally\n  Expr d\n");
  EXPECT_EQ(
      tree("match x:\n  case [a, B.c, D(e, f=g)] if h:\n    y\n  case _:\n    pass\n"),
      "Unsupported \"a match statement\" x, h\nbinds a, e, g\ncase\n  Expr y\ncase\n  Pass\n");
  EXPECT_EQ(tree("type X = int\n"), "Unsupported \"a type alias statement\" \nbinds X\n");
  EXPECT_EQ(
      tree("print(a); exec(b)\nmatch = 1\nmatch(a)\n"),
      "Expr Call(print, a)\nExpr Call(exec, b)\nAssign match = Int(1)\nExpr Call(match, a)\n");
}

TEST(Statements, LayoutThatIsOrdinary) {
  EXPECT_EQ(tree(""), "");
  EXPECT_EQ(tree("# only a comment"), "");
  EXPECT_EQ(tree("if a:\r\n\tb\r\n"), "If a\n  Expr b\n");
  EXPECT_EQ(tree("if a:\r\tb\r"), "If a\n  Expr b\n");
  EXPECT_EQ(tree("if a:\n    b\n  # comment\n    c"), "If a\n  Expr b\n  Expr c\n");
  EXPECT_EQ(tree("\fif a:\n\f  b\n"), "If a\n  Expr b\n");
  EXPECT_EQ(tree("if a:\n  x = (b.\nc)\n  d\n"), "If a\n  Assign x = Attribute(b, c)\n  Expr d\n");
}

TEST(Statements, HeadersAndRanges) {
  Parsed parsed("par i in xs:  # c\n  f(i)\n\n# end\n");
  const auto* loop = get<For>(parsed.tree, parsed.tree.body[0]);
  ASSERT_NE(loop, nullptr);
  EXPECT_TRUE(loop->is_par);
  EXPECT_EQ(loop->header.end, 12u);
  EXPECT_EQ(parsed.tree[parsed.tree.body[0]].range.end, 24u);
  EXPECT_EQ(parsed.tree.masked_text.substr(0, 12), "for i in xs:");
}

}  // namespace
}  // namespace parc::syntax
