// Puts the bodies of called functions into the bodies of par loops, so that the analyses see what
// an iteration does; and again into those bodies. Recursive callees stay calls, as do callees
// beyond a limit of growth: they are judged by their summaries.
//
// Stands first: everything after it looks at par loops as a whole.
#pragma once

#include "ir/module.h"

namespace parc::ir {

void inline_calls(Module& module);

}  // namespace parc::ir
