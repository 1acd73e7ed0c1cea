// What the blocks of a par loop contribute: parts of reductions and last values, written by each
// block and put together in the order of the blocks, so that the bits are the same at every thread
// count.
#pragma once

#include <string>

#include "codegen/legalize/context.h"
#include "ir/analysis/loop_facts.h"

namespace parc::lower {

// Sets up a block function's context: accumulators, their updates, what is tracked.
void plan_parts(FunctionContext& block, const ir::LoopFacts& facts);
// The struct of a block's contribution; "" when it has none.
std::string declare_output(FunctionContext& block, const ir::LoopFacts& facts,
                           const std::string& struct_name);
// Declarations and first values, at the start of a block function.
void begin_parts(FunctionContext& block, const ir::LoopFacts& facts);
// Stores of the parts to *parc_out, at its end.
void end_parts(FunctionContext& block, const ir::LoopFacts& facts);
// After the loop: folds the parts of the blocks that count into the variables, which share their
// memory.
void combine_parts(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                   const std::string& parts, const std::string& count);
// Reductions whose course decides which operands are evaluated: `x = x or e`, and extremes. Their
// variables, companions included; and one block's part of them put into the variables.
std::vector<ir::LocalId> settled_variables(const ir::LoopFacts& facts);
void fold_settled(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                  const CExpr& part);
// Makes a block's part new, freeing what it keeps alive.
void clear_part(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& part,
                const std::string& struct_name);
// Frees the parts of all blocks, with the memory that they keep alive.
void free_parts(FunctionContext& ctx, const ir::LoopFacts& facts, const std::string& parts,
                const CExpr& blocks);

// Writes the statement if it is an update of an accumulator; false when it is an ordinary one.
bool lower_reduction_update(FunctionContext& ctx, ir::StmtId stmt);

// C type of a variable in this C++ function, where accumulators have the type of their part.
std::string variable_type(FunctionContext& ctx, ir::LocalId local);

}  // namespace parc::lower
