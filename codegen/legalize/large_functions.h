// Functions that are too large for the compiler's optimiser, whose time grows with their square.
#pragma once

#include "codegen/legalize/c_tree.h"

namespace parc::lower {

// Marks them; they are compiled as they stand.
void mark_large_functions(Program& program);

}  // namespace parc::lower
