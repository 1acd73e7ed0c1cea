#include <gtest/gtest.h>

#include "frontend/syntax/test_helper.h"

namespace parc::syntax {
namespace {

// The dump of one expression.
std::string expr(const std::string& text) {
  Parsed parsed(text + "\n");
  EXPECT_EQ(parsed.messages(), "") << text;
  std::string dumped = parsed.dumped.substr(0, parsed.dumped.find('\n'));
  return dumped.starts_with("Expr ") ? dumped.substr(5) : dumped;
}

TEST(Expressions, Precedence) {
  EXPECT_EQ(expr("a + b * c"), "Binary(+, a, Binary(*, b, c))");
  EXPECT_EQ(expr("a - b - c"), "Binary(-, Binary(-, a, b), c)");
  EXPECT_EQ(expr("a ** b ** c"), "Binary(**, a, Binary(**, b, c))");
  EXPECT_EQ(expr("-a ** -b"), "Unary(-, Binary(**, a, Unary(-, b)))");
  EXPECT_EQ(expr("a | b ^ c & d"), "Binary(|, a, Binary(^, b, Binary(&, c, d)))");
  EXPECT_EQ(expr("a << b + c"), "Binary(<<, a, Binary(+, b, c))");
  EXPECT_EQ(expr("not a == b"), "Unary(not, Compare(a, ==, b))");
  EXPECT_EQ(expr("not a and b"), "And(Unary(not, a), b)");
  EXPECT_EQ(expr("a or b and c"), "Or(a, And(b, c))");
  EXPECT_EQ(expr("a if b else c if d else e"), "Conditional(b, a, Conditional(d, c, e))");
  EXPECT_EQ(expr("lambda x: x if x else y"), "Lambda([x], Conditional(x, x, y))");
  EXPECT_EQ(expr("a @ b // c % d"), "Binary(%, Binary(//, Binary(@, a, b), c), d)");
}

// The grammar of tree-sitter groups these in another way than Python.
TEST(Expressions, RegroupedOperators) {
  EXPECT_EQ(expr("a ^ b & c"), "Binary(^, a, Binary(&, b, c))");
  EXPECT_EQ(expr("a & b ^ c & d ^ e"), "Binary(^, Binary(^, Binary(&, a, b), Binary(&, c, d)), e)");
  EXPECT_EQ(expr("(a ^ b) & c"), "Binary(&, Binary(^, a, b), c)");
  EXPECT_EQ(expr("(x := a if b else c)"), "Named(x, Conditional(b, a, c))");
  EXPECT_EQ(expr("(x := a or b)"), "Named(x, Or(a, b))");
  EXPECT_EQ(expr("*[a], b"), "Tuple(*List(a), b)");
  EXPECT_EQ(expr("*(a) % b, c"), "Tuple(*Binary(%, a, b), c)");
}

TEST(Expressions, ChainsAndComparisons) {
  EXPECT_EQ(expr("a and b and c"), "And(a, b, c)");
  EXPECT_EQ(expr("(a and b) and c"), "And(And(a, b), c)");
  EXPECT_EQ(expr("a < b <= c"), "Compare(a, <, b, <=, c)");
  EXPECT_EQ(expr("a is not b"), "Compare(a, is not, b)");
  EXPECT_EQ(expr("a not  in b"), "Compare(a, not in, b)");
  EXPECT_EQ(expr("not a in b"), "Unary(not, Compare(a, in, b))");
}

TEST(Expressions, Literals) {
  EXPECT_EQ(expr("1_000"), "Int(1000)");
  EXPECT_EQ(expr("0x_1F"), "Int(0x1F)");
  EXPECT_EQ(expr("0b11"), "Int(0b11)");
  EXPECT_EQ(expr("0xE1"), "Int(0xE1)");
  EXPECT_EQ(expr("1.5e3"), "Float(1500)");
  EXPECT_EQ(expr("1e400"), "Float(inf)");
  EXPECT_EQ(expr(".5"), "Float(0.5)");
  EXPECT_EQ(expr("1e-400"), "Float(0)");
  EXPECT_EQ(expr("2j"), "Imaginary(2)");
  EXPECT_EQ(expr("..."), "Ellipsis");
  EXPECT_EQ(expr("(True, False, None)"), "Tuple(True, False, None)");
}

TEST(Expressions, Strings) {
  EXPECT_EQ(expr(R"('a' "b")"), R"(Str("ab"))");
  EXPECT_EQ(expr(R"('\x41\101\n\'\q')"), R"(Str("AA\x0a'\\q"))");
  EXPECT_EQ(expr(R"(r'\\')"), R"(Str("\\\\"))");
  EXPECT_EQ(expr(R"('\u00e9')"), "Str(\"\xC3\xA9\")");
  EXPECT_EQ(expr(R"(b'\xff')"), "Bytes(\"\xFF\")");
  EXPECT_EQ(expr("'''a\r\nb'''"), R"(Str("a\x0ab"))");
  EXPECT_EQ(expr("'a\\\nb'"), R"(Str("ab"))");
  EXPECT_EQ(expr(R"('\N{DASH}')"), R"(Unsupported("a string with a named escape"))");
}

TEST(Expressions, FStrings) {
  EXPECT_EQ(expr("f'a{x}b'"), R"(FString("a", {x}, "b"))");
  EXPECT_EQ(expr("f'{x!r:>{w}.3f}'"), R"(FString({x!r:">{w}.3f"}))");
  EXPECT_EQ(expr("f'{{{x}}}'"), R"(FString("{", {x}, "}"))");
  EXPECT_EQ(expr("f'{x = }'"), R"(FString("x = ", {x!r}))");
  EXPECT_EQ(expr("f'{x=:.2f}'"), R"(FString("x=", {x:".2f"}))");
  EXPECT_EQ(expr("f'a' 'b' f'{x}'"), R"(FString("ab", {x}))");
  EXPECT_EQ(expr("f'{a, b}'"), "FString({Tuple(a, b)})");
  EXPECT_EQ(expr("f'{x['a']}'"), R"(FString({Subscript(x, Str("a"))}))");
  EXPECT_EQ(expr("f'{a != b}'"), "FString({Compare(a, !=, b)})");
  EXPECT_EQ(expr("f''"), "FString()");
}

TEST(Expressions, CallsAndSubscripts) {
  EXPECT_EQ(expr("f(a, *b, c=d, **e)"), "Call(f, a, *b, c=d, **e)");
  EXPECT_EQ(expr("f(*a + b)"), "Call(f, *Binary(+, a, b))");
  EXPECT_EQ(expr("f(*a.b(c), d)"), "Call(f, *Call(Attribute(a, b), c), d)");
  EXPECT_EQ(expr("f(x for x in y)"), "Call(f, GeneratorExp(x, for(x, y)))");
  EXPECT_EQ(expr("a[i]"), "Subscript(a, i)");
  EXPECT_EQ(expr("a[i, j]"), "Subscript(a, Tuple(i, j))");
  EXPECT_EQ(expr("a[i,]"), "Subscript(a, Tuple(i))");
  EXPECT_EQ(expr("a[(i, j)]"), "Subscript(a, Tuple(i, j))");
  EXPECT_EQ(expr("a[::-1, 1:, :n]"),
            "Subscript(a, Tuple(Slice(_, _, Unary(-, Int(1))), Slice(Int(1), _, _), "
            "Slice(_, n, _)))");
  EXPECT_EQ(expr("type(x).y"), "Attribute(Call(type, x), y)");
}

TEST(Expressions, Displays) {
  EXPECT_EQ(expr("()"), "Tuple()");
  EXPECT_EQ(expr("(a,)"), "Tuple(a)");
  EXPECT_EQ(expr("((a))"), "a");
  EXPECT_EQ(expr("a, b"), "Tuple(a, b)");
  EXPECT_EQ(expr("[a, *b]"), "List(a, *b)");
  EXPECT_EQ(expr("{a, b}"), "Set(a, b)");
  EXPECT_EQ(expr("{a: b, **c}"), "Dict(a: b, **c)");
  EXPECT_EQ(expr("[y := f(x), y]"), "List(Named(y, Call(f, x)), y)");
}

TEST(Expressions, Comprehensions) {
  EXPECT_EQ(expr("[f(x) for x in xs if a if b for y in x]"),
            "ListComp(Call(f, x), for(x, xs, a, b), for(y, x))");
  EXPECT_EQ(expr("[f(x) par x in xs if p(x)]"), "ListComp(Call(f, x), par(x, xs, Call(p, x)))");
  EXPECT_EQ(expr("{k: v for k, v in d}"), "DictComp(k: v, for(Tuple(k, v), d))");
  EXPECT_EQ(expr("{x par x in xs}"), "SetComp(x, par(x, xs))");
}

TEST(Expressions, RangesAreExact) {
  auto ranges = [](const std::string& text) {
    std::string dumped = Parsed(text + "\n", {.ranges = true}).dumped;
    return dumped.substr(0, dumped.find('\n'));
  };
  EXPECT_EQ(ranges("(a) + ( b )"), "Expr Binary(+, a@1:2, b@8:9)@0:11@0:11");
  EXPECT_EQ(ranges("f( x )"), "Expr Call(f@0:1, x@3:4)@0:6@0:6");
  EXPECT_EQ(ranges("a , b"), "Expr Tuple(a@0:1, b@4:5)@0:5@0:5");
  EXPECT_EQ(ranges("\xC3\xA9 + b"), "Expr Binary(+, \xC3\xA9@0:2, b@5:6)@0:6@0:6");
}

TEST(Expressions, Unsupported) {
  EXPECT_EQ(Parsed("def f():\n  x = yield a\n").dumped,
            "FunctionDef f[] generator\n  Assign x = Unsupported(\"a yield expression\", a)\n");
  EXPECT_EQ(Parsed("async def f():\n  await a\n").dumped,
            "AsyncFunctionDef f[]\n  Expr Unsupported(\"an await expression\", a)\n");
}

}  // namespace
}  // namespace parc::syntax
