// How a par loop that accumulates in elements is run: chosen at run time, by sizes.
#pragma once

#include "codegen/legalize/parallel_region.h"

namespace parc::lower {

// Declares the way, before the loop begins; `size` and `weight` are those of its blocks.
void emit_way(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver,
              const CExpr& trip, const CExpr& size, const CExpr& weight);
// Once the loop has begun: the way for its number of threads, and the variables of the copies.
void emit_settled_way(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver);
// Runs the blocks in that way; `frame`: of the loop, for errors.
void emit_ways(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
               const Driver& driver, const CExpr& frame);

}  // namespace parc::lower
