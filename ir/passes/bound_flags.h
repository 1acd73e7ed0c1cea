// Removes tests whether a variable is bound, and settings of its flag, where it is known to be
// bound already: after an assignment or an earlier test on every path.
//
// Stands before the sharing analysis: a flag that is set in a loop would look like a carried
// variable.
#pragma once

#include "ir/module.h"

namespace parc::ir {

void remove_known_flags(Module& module);

}  // namespace parc::ir
