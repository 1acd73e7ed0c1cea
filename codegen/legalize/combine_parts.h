// Putting the parts of the blocks together, in the order of the blocks, so that the bits are the
// same at every thread count.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"
#include "ir/analysis/loop_facts.h"

namespace parc::lower {

// After the loop: folds the parts of the blocks that count into the variables, which share their
// memory. A combination of the user's that raises runs `failure`.
void combine_parts(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                   const std::string& parts, const std::string& count, const CBlock& failure);
// Reductions whose course decides which operands are evaluated: `x = x or e`, and extremes. Their
// variables, companions included; and one block's part of them put into the variables.
std::vector<ir::LocalId> settled_variables(const ir::LoopFacts& facts);
void fold_settled(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                  const CExpr& part);

}  // namespace parc::lower
