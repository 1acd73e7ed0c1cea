// Where the par loops of a module stand: in which functions, and which places are refused.
#pragma once

#include "frontend/check/program.h"

namespace parc::check {

// Whether the function holds a par loop of its own (not in an inner function).
bool holds_par(Program& program, const SourceFunction& function);

// Reports par loops where they cannot be compiled: at the top level, in methods, inner functions,
// generators, async and decorated functions. Gives whether the module has any par loop at all.
bool report_misplaced_par(Program& program, const ModuleScope& module);

}  // namespace parc::check
