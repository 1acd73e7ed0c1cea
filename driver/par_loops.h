// Finding the uses of par in a syntax tree, compiled or not.
#pragma once

#include <string>
#include <vector>

#include "frontend/syntax/ast.h"

namespace parc::driver {

struct ParLoop {
  std::string function;  // "step", "Grid.step", "<module>"
  SourceRange header;
  SourceRange whole;
  SourceRange owner;      // the whole function, or the loop itself outside functions
  bool is_inner = false;  // in the body of another one
};

// Every `par` and `for … in par(…)` statement, in source order.
std::vector<ParLoop> find_par_loops(const syntax::Tree& tree);

// Whether there is any use of par: a loop, a comprehension, a call of par, `with par` or `@jit`. A
// file with one is meant to be compiled, whether it can be or not.
bool uses_par(const syntax::Tree& tree);

}  // namespace parc::driver
