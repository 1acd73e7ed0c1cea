// Totals: what sums, products and bit operations of a par loop come to. Each block adds up a part
// from the neutral element on; the parts are added in the order of the blocks, the start comes
// last.
#pragma once

#include <string>

#include "codegen/legalize/context.h"
#include "ir/analysis/loop_facts.h"

namespace parc::lower {

// The operator that combines two parts of a sum, a product or a bitwise operation.
ir::BinaryOp combining_op(ir::ReductionOp op);
// Neutral element of an accumulator.
CExpr neutral(const Accumulator& part);

// The fold over the blocks: C names, "" for what is not recorded.
struct Total {
  std::string value, any, lifted, prefix;
};
Total begin_total(FunctionContext& ctx, const FunctionContext& block, ir::LocalId variable);
// Adds the part of one block, `parts[b]`.
void add_part(FunctionContext& ctx, const FunctionContext& block, const ir::Reduction& reduction,
              const Total& total, const CExpr& part);
// Puts start and total into the variable.
void finish_total(FunctionContext& ctx, const FunctionContext& block,
                  const ir::Reduction& reduction, const Total& total);

}  // namespace parc::lower
