// What the blocks of a par loop contribute: parts of reductions and last values, written by each
// block.
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
// Makes a block's part new, freeing what it keeps alive.
void clear_part(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& part,
                const std::string& struct_name);
// Frees the parts of all blocks, with the memory that they keep alive.
void free_parts(FunctionContext& ctx, const ir::LoopFacts& facts, const std::string& parts,
                const CExpr& blocks);

// C type of a variable in this C++ function, where accumulators have the type of their part.
std::string variable_type(FunctionContext& ctx, ir::LocalId local);

}  // namespace parc::lower
