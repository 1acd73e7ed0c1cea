#include "frontend/syntax/grammar_text.h"

#include <gtest/gtest.h>

namespace parc::syntax {
namespace {

std::string shield(std::string_view text) {
  Diagnostics diagnostics;
  Tokens tokens = tokenize(text, {}, diagnostics);
  return text_for_grammar(mask_par(text, tokens), tokens);
}

TEST(GrammarText, SoftKeywords) {
  EXPECT_EQ(shield("type(x).y = 1"), "_ype(x).y = 1");
  EXPECT_EQ(shield("type X = int"), "type X = int");
  EXPECT_EQ(shield("print 'x'"), "print 'x'");
  EXPECT_EQ(shield("print(x), y"), "_rint(x), y");
}

TEST(GrammarText, Stars) {
  EXPECT_EQ(shield("x = *[a], b"), "x = -[a], b");
  EXPECT_EQ(shield("x = *a, b"), "x = *a, b");
  EXPECT_EQ(shield("x = a * [b]"), "x = a * [b]");
  EXPECT_EQ(shield("def f(*, a): pass"), "def f(*, a): pass");
}

TEST(GrammarText, Trivia) {
  EXPECT_EQ(shield("(a. # b\nc)  # d"), "(a.     c)     ");
  EXPECT_EQ(shield("a = '''\n#''' + \\\n b"), "a = '''\n#''' +    b");
}

}  // namespace
}  // namespace parc::syntax
