// Rounds of a par loop that writes its updates of elements down, sorts them by place and makes them
// in serial order (runtime/kernel/log.h).
#pragma once

#include "codegen/legalize/parallel_region.h"

namespace parc::lower {

// Runs the rounds; `frame`: of the loop, for errors.
void emit_rounds(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, const CExpr& frame);

}  // namespace parc::lower
