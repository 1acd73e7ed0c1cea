// Which functions Python can call natively, and for which types.
#pragma once

#include <string>
#include <vector>

#include "frontend/check/program.h"

namespace parc::check {

struct EntryPoint {
  Instance* instance = nullptr;
  bool annotated = true;
  bool has_par = false;
  std::vector<std::string> dims;
};

// The entry points of the module: its annotated functions that hold par loops or are decorated with
// `@parc.jit`, the annotated functions that these call, and the instances of functions with par
// loops but without annotations. Jitted functions without annotations are left to run time.
std::vector<EntryPoint> find_entries(Program& program, const ModuleScope& module);

}  // namespace parc::check
