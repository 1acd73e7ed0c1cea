// Which kind of number an accumulator is once iterations have updated it: `s += x` makes a Python
// float an np.float64 when x is one, and a loop may add items of several kinds.
#pragma once

#include <vector>

#include "ir/analysis/loop_facts.h"

namespace parc::ir {

// One operation of an update: the accumulator so far and `operand`, by `whole`.
struct ChainStep {
  BinaryOp op;
  ExprId operand, whole;
};

// The operations of the update `variable = value` of a sum, product or bit operation, in the order
// in which they are done: e and then g for `(e + s) - g`.
std::vector<ChainStep> chain_steps(const Function& function, ExprId value, LocalId variable);

// Fills total_kinds and start_may_exceed of a sum, product or bit operation. False when the updates
// are computed in several ways (an np.float32 rounds, an np.int64 wraps, a Python float divided by
// zero raises) and which one it is depends on the iterations before.
bool find_total_kinds(const Module& module, const Function& function, Reduction& reduction);

}  // namespace parc::ir
