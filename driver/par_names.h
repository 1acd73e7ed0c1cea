// The names under which a file knows parc's `par`.
#pragma once

#include <set>
#include <string>

#include "frontend/syntax/ast.h"

namespace parc::driver {

struct ParNames {
  std::set<std::string> functions;   // what `from parc import par as …` bound
  std::set<std::string> decorators;  // what `from parc import jit as …` bound
  std::set<std::string> modules;     // what `import parc as …` bound
};

ParNames find_par_names(const syntax::Tree& tree);

// Whether the expression is `par` or `parc.par`, by whatever names.
bool is_par(const syntax::Tree& tree, const ParNames& names, syntax::ExprId id);

// Whether it is `jit`, `parc.jit`.
bool is_jit(const syntax::Tree& tree, const ParNames& names, syntax::ExprId id);

// Whether the loop is `par … in …:` or `for … in par(…):`.
bool is_par_loop(const syntax::Tree& tree, const ParNames& names, const syntax::For& loop);

}  // namespace parc::driver
