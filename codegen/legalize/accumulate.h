// Updates of accumulators in a block.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// Writes the statement if it is an update of an accumulator; false when it is an ordinary one.
bool lower_reduction_update(FunctionContext& ctx, ir::StmtId stmt);

}  // namespace parc::lower
