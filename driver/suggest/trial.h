// What would become of the plain loops of a file if they were par loops: the compiler's own answer,
// from a copy of the tree in which they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/driver.h"
#include "driver/suggest/serial_loops.h"
#include "frontend/syntax/ast.h"
#include "ir/analysis/loop_facts.h"

namespace parc::driver {

struct TrialResult {
  bool is_checked = false;  // the loop got as far as the independence test, and so has a verdict
  ir::Verdict verdict = ir::Verdict::kParallel;  // the worst of its instantiations
  std::vector<std::string> reasons;
  std::optional<Diagnostic> problem;  // of a refused loop: the message that says why
  bool regroups_floats = false;       // a float sum: its last bits may differ from the serial one's
  std::optional<int64_t> iterations;  // at most; nothing: not known
  std::optional<double> cost;         // of the whole loop, in innermost operations, at most
};

struct Trial {
  std::vector<TrialResult> results;  // one for each loop
  Diagnostics diagnostics;           // of functions that cannot be compiled
};

// Checks the loops that have no obstacle. Source files that the file imports are added to the
// report's.
Trial try_loops(const std::string& path, const Options& options, const syntax::Tree& tree,
                const std::vector<SerialLoop>& loops, Report& report);

}  // namespace parc::driver
