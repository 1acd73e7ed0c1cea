// The passes between the checker and the analyses, in the one order in which they run.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ir/module.h"

namespace parc::ir {

struct PassOptions {
  bool verify = false;  // verify(module) before the first pass and after each
  // Called with the module after each pass (`parc emit --after=PASS`).
  std::function<void(std::string_view pass, const Module&)> after;
};

void run_passes(Module& module, const PassOptions& options = {});

// Names of the passes, in order, as --after takes them.
std::vector<std::string_view> pass_names();

}  // namespace parc::ir
