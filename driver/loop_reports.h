// The verdicts that `parc check` shows: one report for each par loop of the source.
#pragma once

#include <cstdint>
#include <vector>

#include "codegen/legalize/legalize.h"
#include "driver/driver.h"
#include "frontend/syntax/ast.h"
#include "ir/module.h"

namespace parc::driver {

// Whether the loops of the source are all reported, or only those that the module is about.
enum class Coverage : uint8_t { kSource, kModule };

// The worst verdict of a loop's instantiations, in source order. A loop that did not get as far as
// the independence test is refused, for the reasons that the errors of its function give.
std::vector<LoopReport> loop_reports(const syntax::Tree& tree, const ir::Module& module,
                                     const lower::ModuleFacts& facts,
                                     const Diagnostics& diagnostics, Coverage coverage);

}  // namespace parc::driver
