// The rest of a par loop in serial order, after an error that may be no real one (see
// ir/analysis/early_errors.h): from the block that raised on, each block starts with what the
// blocks before it came to, so that it evaluates just what serial execution does.
#pragma once

#include "codegen/legalize/parallel_region.h"

namespace parc::lower {

// All blocks of the loop, on its threads first.
void emit_blocks_with_early_errors(FunctionContext& ctx, const ir::Loop& node,
                                   const ir::LoopFacts& facts, const BlockFunctions& blocks,
                                   const FunctionContext& plan, const Driver& driver);

}  // namespace parc::lower
