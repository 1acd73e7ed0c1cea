// The functions that make the updates of elements that blocks have written down.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// Declares the record of the target's updates and the function that makes them.
void write_apply(FunctionContext& outer, ElementTarget& target);

}  // namespace parc::lower
