#include "frontend/syntax/mask.h"

#include <gtest/gtest.h>

#include <string>

namespace parc::syntax {
namespace {

// The masked text, where a replaced word is shown as FOR.
std::string mask(std::string_view text) {
  Diagnostics diagnostics;
  Masked masked = mask_par(text, tokenize(text, {}, diagnostics));
  std::string shown(text);
  for (uint32_t offset : masked.offsets) {
    EXPECT_EQ(masked.text.substr(offset, 3), "for");
    EXPECT_TRUE(is_masked(masked, offset));
    shown.replace(offset, 3, "FOR");
  }
  EXPECT_EQ(masked.text.size(), text.size());
  return shown;
}

struct MaskCase {
  const char* text;
  const char* masked;  // null: nothing is replaced
};

void check(std::initializer_list<MaskCase> cases) {
  for (const MaskCase& c : cases) {
    EXPECT_EQ(mask(c.text), c.masked ? c.masked : c.text) << c.text;
  }
}

TEST(Mask, Statements) {
  check({
      {"par i in xs:\n    pass\n", "FOR i in xs:\n    pass\n"},
      {"par i in xs: f(i)\n", "FOR i in xs: f(i)\n"},
      {"par k, i in enumerate(xs):\n  pass", "FOR k, i in enumerate(xs):\n  pass"},
      {"par (x) in y:\n  pass", "FOR (x) in y:\n  pass"},
      {"par [x, y] in z:\n  pass", "FOR [x, y] in z:\n  pass"},
      {"par(x) in y:\n  pass", "FOR(x) in y:\n  pass"},
      {"par *a, b in xs:\n  pass", "FOR *a, b in xs:\n  pass"},
      {"par a.b in xs:\n  pass", "FOR a.b in xs:\n  pass"},
      {"par a[i] in xs:\n  pass", "FOR a[i] in xs:\n  pass"},
      {"par\ti\tin\txs:\n  pass", "FOR\ti\tin\txs:\n  pass"},
      {"par i in range(\n  3,\n):\n  pass", "FOR i in range(\n  3,\n):\n  pass"},
      {"par i \\\n in xs:\n  pass", "FOR i \\\n in xs:\n  pass"},
      {"par i in xs[1:2]:\n  pass", "FOR i in xs[1:2]:\n  pass"},
      {"par par in par:\n  par\n", "FOR par in par:\n  par\n"},
      {"par match in xs:\n  pass", "FOR match in xs:\n  pass"},
      {"if a:\n\tpar i in b:\n\t\tpass", "if a:\n\tFOR i in b:\n\t\tpass"},
      {"x = 1; y = 2\npar i in b:\n  pass", "x = 1; y = 2\nFOR i in b:\n  pass"},
      {"par i in lambda: 3:\n  pass", "FOR i in lambda: 3:\n  pass"},
      {"par i in xs\n  pass", "FOR i in xs\n  pass"},  // the colon is missing
      {"par i in xs:\r\n  pass\r\n", "FOR i in xs:\r\n  pass\r\n"},
  });
}

TEST(Mask, NamesAtTheStartOfALine) {
  check({
      {"par = 3", nullptr},
      {"par.x = 3", nullptr},
      {"par(1)", nullptr},
      {"par (x) in y", nullptr},
      {"par [x] in y", nullptr},
      {"par[0] = 1", nullptr},
      {"par: int = 3", nullptr},
      {"par[x]: y in z", nullptr},
      {"par in xs", nullptr},
      {"par not in xs", nullptr},
      {"par, x = 1, 2", nullptr},
      {"par += x in y", nullptr},
      {"par if x in y else z", nullptr},
      {"par and x in y", nullptr},
      {"par * x in y", nullptr},
      {"par", nullptr},
      {"(par)", nullptr},
      {"def f(par): return par", nullptr},
      {"def f(par=1, *par2): pass", nullptr},
      {"for i in par(range(3)): pass", nullptr},
      {"from parc import par as p", nullptr},
      {"x = 1; par i in xs: pass", nullptr},  // not the start of a logical line
      {"if x: par i in xs: pass", nullptr},
      {"async par i in xs:\n  pass", nullptr},
      {"parr i in xs:\n  pass", nullptr},
  });
}

TEST(Mask, Clauses) {
  check({
      {"[f(x) par x in xs]", "[f(x) FOR x in xs]"},
      {"{x par x in xs}", "{x FOR x in xs}"},
      {"{k: v par k, v in xs}", "{k: v FOR k, v in xs}"},
      {"sum(x par x in xs)", "sum(x FOR x in xs)"},
      {"[x par x in xs if x par y in ys]", "[x FOR x in xs if x FOR y in ys]"},
      {"[x for x in xs par y in ys]", "[x for x in xs FOR y in ys]"},
      {"[par par par in par]", "[par FOR par in par]"},
      {"[x par (a, b) in xs]", "[x FOR (a, b) in xs]"},
      {"[x[0] par [a, b] in xs]", "[x[0] FOR [a, b] in xs]"},
      {"['s' par x in xs]", "['s' FOR x in xs]"},
      {"[None par x in xs]", "[None FOR x in xs]"},
      {"[1 par x in xs]", "[1 FOR x in xs]"},
      {"[...\n par x # par y in z\n in xs]", "[...\n FOR x # par y in z\n in xs]"},
      {"f'{[x par x in xs]}'", "f'{[x FOR x in xs]}'"},
      {"f'{sum(x par x in xs):>{[w par w in ws][0]}}'",
       "f'{sum(x FOR x in xs):>{[w FOR w in ws][0]}}'"},
      {"f'{f'{[x par x in xs]}'}'", "f'{f'{[x FOR x in xs]}'}'"},
      {"f'a' f'{[f'b' par x in xs]}'", "f'a' f'{[f'b' FOR x in xs]}'"},
  });
}

TEST(Mask, NamesInExpressions) {
  check({
      {"[par]", nullptr},
      {"[par(x) in xs]", nullptr},
      {"[x, par, y]", nullptr},
      {"[x for x in xs if par]", nullptr},
      {"[x for x in par(xs)]", nullptr},
      {"[not par in xs]", nullptr},
      {"f(par=1)", nullptr},
      {"(lambda par: par in xs)", nullptr},
      {"[x for par in par]", nullptr},
      {"{par: x for x in xs}", nullptr},
      {"x[par]", nullptr},
  });
}

TEST(Mask, TextIsLeftAlone) {
  check({
      {"'par i in xs:'", nullptr},
      {"'''\npar i in xs:\n  pass\n'''", nullptr},
      {"# par i in xs:\n", nullptr},
      {"x = 1  # [f(x) par x in xs]\n", nullptr},
      {"f'par i in xs: {x}'", nullptr},
      {"f'''\npar i in xs:\n{x}\npar i in xs:\n'''", nullptr},
      {"f'{{x par x in xs}}'", nullptr},
      {"rf'\\{x}par i in xs'", nullptr},
      {"b'[x par x in xs]'", nullptr},
      {"x = (1 +\npar)\n", nullptr},
      {"x = \\\npar\n", nullptr},
  });
}

}  // namespace
}  // namespace parc::syntax
