// The plain `for` loops of a file, and the calls among its functions: what the syntax tree says
// before anything is checked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "driver/par_names.h"
#include "frontend/syntax/ast.h"

namespace parc::driver {

inline constexpr size_t kNoLoop = SIZE_MAX;

struct SerialLoop {
  syntax::StmtId stmt;
  std::string function;  // "step", "Grid.step", "<module>"
  SourceRange header, whole;
  SourceRange owner;       // the whole function, or the loop itself outside functions
  size_t outer = kNoLoop;  // the loop around it
  std::string obstacle;    // why no par loop can stand there: "it stands in a method"; else empty
  bool holds_par = false;  // in its body
};

// A call of a function by its plain name.
struct CallSite {
  std::string caller, callee;
  size_t loop = kNoLoop;    // the innermost serial loop around it
  bool inside_par = false;  // in the body of a par loop
};

struct SerialLoops {
  std::vector<SerialLoop> loops;  // in source order; those in the bodies of par loops are left out
  std::vector<CallSite> calls;
};

SerialLoops find_serial_loops(const syntax::Tree& tree, const ParNames& names);

}  // namespace parc::driver
