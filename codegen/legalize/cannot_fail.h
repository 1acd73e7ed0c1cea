// Binary operations whose check is not needed.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// Whether `op` on the operands of `node`, of these kinds, surely gives a result: by a constant at
// its right, or by value ranges (which may add to the test before the region).
bool cannot_fail(FunctionContext& ctx, ir::BinaryOp op, const ir::Binary& node, ir::Kind left,
                 ir::Kind right);

}  // namespace parc::lower
