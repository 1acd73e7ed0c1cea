// A rough cost of code, in innermost operations: it decides block sizes and the small-size
// threshold, never results beyond the grouping of float sums.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// One run of the block, as a C expression of type parc_i128 that holds before the region; inner
// loops count with the upper bound of their trips. Unknown trips count as many.
CExpr weight_of(FunctionContext& ctx, const ir::Block& block);

}  // namespace parc::lower
