#include <gtest/gtest.h>

#include "frontend/syntax/test_helper.h"

namespace parc::syntax {
namespace {

struct ErrorCase {
  std::string text;
  const char* messages;
};

void check(std::initializer_list<ErrorCase> cases) {
  for (const ErrorCase& c : cases) EXPECT_EQ(Parsed(c.text).messages(), c.messages) << c.text;
}

TEST(Errors, Grammar) {
  check({
      {"x = = 3\n", "1:5 PAR0101 unexpected '='\n"},
      {"x = 1 +\n", "1:8 PAR0101 unexpected end of the line\n"},
      {"x = \n", "1:5 PAR0101 unexpected end of the line\n"},
      {"def f(:\n  pass\n", "1:6 PAR0106 '(' is never closed\n"},
      {"for i in range(3)\n  pass\n", "1:18 PAR0101 a ':' must end this line\n"},
      {"if x = 3:\n  pass\n", "1:6 PAR0101 a condition compares with '=='\n"},
      {"x = a b\n", "1:7 PAR0101 unexpected name 'b'\n"},
      {"class = 3\n", "1:7 PAR0101 unexpected '='\n"},
      {"return\n", "1:1 PAR0109 'return' outside a function\n"},
      {"x = 1\ny = 2 2\nz = 3 3\n",
       "2:7 PAR0101 unexpected number\n3:7 PAR0101 unexpected number\n"},
      {"import a,\n", "1:1 PAR0101 a comma at the end of an import needs brackets\n"},
  });
}

TEST(Errors, LinesThatTheGrammarWouldJoin) {
  check({
      {"if a: x -=\nx\n", "1:11 PAR0101 unexpected end of the line\n"},
      {"if a: x -=\nx += 1\n",
       "1:11 PAR0101 unexpected end of the line\n"
       "2:1 PAR0101 this kind of assignment cannot be chained\n"},
      {"if a: x = 1 +\ny\n", "1:14 PAR0101 unexpected end of the line\n"},
      {"for i in x: y = z.\nw\n", "1:19 PAR0101 unexpected end of the line\n"},
      {"if a\n: b\n", "1:5 PAR0101 a ':' must end this line\n"},
      {"if a: x = (1 +\n  y)\nif a: x = 1 + \\\n  y\n", ""},
      {"@a\ndef f(\n  x\n): pass\n", ""},
  });
}

TEST(Errors, ChainsOfAssignments) {
  check({
      {"x -= y = 1\n", "1:6 PAR0101 this kind of assignment cannot be chained\n"},
      {"x -= y -= 1\n", "1:6 PAR0101 this kind of assignment cannot be chained\n"},
      {"x = y -= 1\n", "1:5 PAR0101 this kind of assignment cannot be chained\n"},
      {"x: int = y = 1\n", "1:10 PAR0101 this kind of assignment cannot be chained\n"},
      {"x = y: int = 1\n", "1:5 PAR0101 this kind of assignment cannot be chained\n"},
  });
}

TEST(Errors, ParWhereItStartsNoLoop) {
  check({
      {"if x: par i in xs: pass\n", "1:7 PAR0101 'par' starts no loop here\n"},
      {"async def f():\n  async par i in xs:\n    pass\n",
       "2:9 PAR0101 'par' starts no loop here\n"},
      {"par i in xs\n  pass\n", "1:12 PAR0101 a ':' must end this line\n"},
  });
}

TEST(Errors, Python2) {
  check({
      {"print 'x'\n", "1:1 PAR0102 print is a function: print(…)\n"},
      {"exec code in ns\n", "1:1 PAR0102 exec is a function: exec(…)\n"},
      {"x = 0777\n",
       "1:5 PAR0102 an integer cannot have leading zeros; an octal one is written 0o…\n"},
      {"x = 10L\n", "1:5 PAR0102 a long integer is written without 'L'\n"},
      {"if a <> b: pass\n", "1:6 PAR0102 '<>' is written '!='\n"},
      {"try:\n  a\nexcept E, e:\n  b\n", "3:8 PAR0102 an exception is bound to a name with 'as'\n"},
      {"raise E, 'm'\n", "1:7 PAR0102 an exception is raised as one expression: E(message)\n"},
      {"def f((a, b)): pass\n",
       "1:7 PAR0102 a parameter cannot be unpacked in the parameter list\n"},
      {"x = `a`\n", "1:5 PAR0102 backquotes are written repr(…)\n"},
      {"x = `a` + `b\n",
       "1:5 PAR0102 backquotes are written repr(…)\n1:11 PAR0102 backquotes are written repr(…)\n"},
  });
}

TEST(Errors, Tokens) {
  check({
      {"x = 'abc\ny = 1\n", "1:5 PAR0105 this string has no end on its line\n"},
      {"x = '''abc\n", "1:5 PAR0105 this string is never closed\n"},
      {"x = (1\n", "1:5 PAR0106 '(' is never closed\n"},
      {"x = 1)\n", "1:6 PAR0106 ')' closes no bracket\n"},
      {"x = (1]\n", "1:7 PAR0106 ']' does not close '('\n"},
      {"x = 1_\n", "1:5 PAR0107 invalid decimal literal\n"},
      {"x = 0xG\n", "1:5 PAR0107 invalid hexadecimal literal\n"},
      {"x = 12ab\n", "1:5 PAR0107 invalid number literal\n"},
      {"x = 1if y else 2\n", ""},
      {"x = '\\x4'\n", "1:6 PAR0107 this escape needs 2 hexadecimal digits\n"},
      {"x = b'\xC3\xA9'\n", "1:7 PAR0107 bytes hold only ASCII characters as written\n"},
      {"x = 'a' b'b'\n", "1:5 PAR0107 bytes and text cannot be joined\n"},
      {"x = $y\n", "1:5 PAR0115 the character '$' (U+0024) is not Python\n"},
      {"x =\xC2\xA0y\n", "1:4 PAR0115 the invisible character U+00A0 is not Python\n"},
      {"x = \xE2\x80\x9Chi\xE2\x80\x9D\n",
       "1:5 PAR0115 the character '\xE2\x80\x9C' (U+201C) is not Python\n"
       "1:8 PAR0115 the character '\xE2\x80\x9D' (U+201D) is not Python\n"},
      {"f'}'\n", "1:3 PAR0106 a single '}' in an f-string is written '}}'\n"},
  });
  EXPECT_NE(Parsed("f'{x'\n").messages().find("PAR010"), std::string::npos);
}

TEST(Errors, Layout) {
  check({
      {"if a:\nb\n", "2:1 PAR0104 an indented block must follow\n"},
      {"if a:\n", "1:5 PAR0104 an indented block must follow\n"},
      {"a\n  b\n", "2:3 PAR0104 this line is indented without a reason\n"},
      {"if a:\n    b\n  c\n",
       "3:3 PAR0104 the indentation of this line matches no line above it\n"},
      {"if a:\n        b\n\tc\n",
       "3:1 PAR0104 tabs and spaces in the indentation are mixed in an ambiguous way\n"},
  });
}

TEST(Errors, Targets) {
  check({
      {"f() = 3\n", "1:1 PAR0108 cannot assign to this expression\n"},
      {"for f() in x: pass\n", "1:9 PAR0101 unexpected keyword 'in'\n"},
      {"None = 3\n", "1:1 PAR0108 cannot assign to this expression\n"},
      {"x = f(y=1) = 3\n", "1:5 PAR0108 cannot assign to this expression\n"},
      {"a, *b, *c = d\n", "1:8 PAR0108 a second starred target\n"},
      {"*a = b\n", "1:1 PAR0108 a starred target stands in a list or tuple\n"},
      {"(a, b) += c\n", "1:1 PAR0108 cannot assign to a tuple\n"},
      {"del f()\n", "1:5 PAR0108 cannot delete a call\n"},
      {"with a as f(): pass\n", "1:11 PAR0108 cannot assign to a call\n"},
      {"x = *a\n", "1:5 PAR0101 a starred expression cannot stand here\n"},
      {"x := 3\n", "1:1 PAR0101 a named expression stands in brackets here\n"},
  });
}

TEST(Errors, Places) {
  check({
      {"yield 3\n", "1:1 PAR0109 'yield' outside a function\n"},
      {"def f():\n  await x\n", "2:3 PAR0109 'await' outside an async function\n"},
      {"break\n", "1:1 PAR0110 'break' outside a loop\n"},
      {"for i in x:\n  def f():\n    continue\n", "3:5 PAR0110 'continue' outside a loop\n"},
      {"def f(a, a): pass\n", "1:10 PAR0111 the parameter 'a' is named twice\n"},
      {"def f(a=1, b): pass\n",
       "1:12 PAR0112 a parameter without a default cannot follow one with a default\n"},
      {"def f(*): pass\n", "1:7 PAR0112 a '*' must be followed by a named parameter\n"},
      {"def f(**k, a): pass\n", "1:12 PAR0112 no parameter can follow '**'\n"},
      {"def f(a):\n  global a\n", "2:3 PAR0113 the parameter 'a' cannot be global\n"},
      {"def f():\n  a = 1\n  global a\n", "3:3 PAR0113 'a' is used before it is declared global\n"},
      {"nonlocal a\n", "1:1 PAR0113 'nonlocal' outside a function\n"},
      {"f(a=1, b)\n", "1:8 PAR0114 a positional argument cannot follow a keyword argument\n"},
      {"f(a=1, a=2)\n", "1:8 PAR0114 the keyword argument 'a' is repeated\n"},
      {"x = 1\nfrom __future__ import annotations\n",
       "2:1 PAR0116 __future__ imports stand at the top of the file\n"},
      {"from __future__ import braces\n", "1:24 PAR0116 unknown feature 'braces'\n"},
      {"def f():\n  from a import *\n", "2:3 PAR0101 'import *' stands at module level only\n"},
      {"try:\n  a\nelse:\n  b\n", "1:1 PAR0101 a try needs an 'except' or a 'finally' block\n"},
  });
}

TEST(Errors, Depth) {
  std::string brackets = "x = " + std::string(5000, '(') + std::string(5000, ')') + "\n";
  EXPECT_EQ(Parsed(brackets).messages(), "1:205 PAR0103 more than 200 nested brackets\n");
  std::string sum = "x = 1";
  for (int i = 0; i < 5000; ++i) sum += " + 1";
  EXPECT_EQ(Parsed(sum + "\n").messages(), "1:5 PAR0103 more than 500 levels of nesting\n");
  std::string bits = "x = 1";
  for (int i = 0; i < 5000; ++i) bits += " & 1";
  EXPECT_EQ(Parsed(bits + "\n").messages(), "1:5 PAR0103 more than 500 levels of nesting\n");
  std::string nots = "x = ";
  for (int i = 0; i < 5000; ++i) nots += "not ";
  EXPECT_NE(Parsed(nots + "y\n").messages().find("PAR0103"), std::string::npos);
  std::string elifs = "if a: pass\n";
  for (int i = 0; i < 5000; ++i) elifs += "elif b: pass\n";
  EXPECT_EQ(Parsed(elifs).messages(), "1:1 PAR0103 more than 500 levels of nesting\n");
  std::string blocks;
  for (int i = 0; i < 110; ++i) blocks += std::string(static_cast<size_t>(i), ' ') + "if a:\n";
  EXPECT_EQ(Parsed(blocks).messages(), "101:101 PAR0103 more than 100 levels of indentation\n");
}

TEST(Errors, ATreeIsAlwaysReturned) {
  Parsed parsed("def f():\n  x = = 3\n\ndef g():\n  return 1\n");
  EXPECT_NE(parsed.dumped.find("FunctionDef g[]\n  Return Int(1)\n"), std::string::npos);
  EXPECT_TRUE(parsed.diagnostics.has_errors());
}

}  // namespace
}  // namespace parc::syntax
