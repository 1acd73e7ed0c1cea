// Where the par loops of a module stand: in which functions, and which places are refused.
#pragma once

#include <optional>

#include "frontend/check/program.h"

namespace parc::check {

// Whether the function holds a par loop of its own (not in an inner function).
bool holds_par(Program& program, const SourceFunction& function);

// Reports par loops where they cannot be compiled: at the top level, in methods, inner functions,
// generators, async and decorated functions. Gives whether the module has any par loop at all.
bool report_misplaced_par(Program& program, const ModuleScope& module);

// The first loop over a call of a `par` that is not parc's, most likely for want of an import.
std::optional<SourceRange> find_foreign_par(const syntax::Tree& tree);

}  // namespace parc::check
