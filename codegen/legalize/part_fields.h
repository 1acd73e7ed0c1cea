// What block_parts and combine_parts share: names of the parts' fields, and what belongs together.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"
#include "ir/analysis/loop_facts.h"

namespace parc::lower {

inline auto variable_reductions(const ir::LoopFacts& facts) {
  return ir::reductions_of(facts, ir::ReductionTarget::kVariable);
}
bool is_extreme(const ir::Reduction& reduction);
bool is_logical(const ir::Reduction& reduction);

// Whether a part takes the place of what came before; `better`: their comparison says so. Of
// kReplaces, a part that saw a NaN does so too.
CExpr extreme_replaces(ir::NanRule rule, const CExpr& better, const CExpr& old_value,
                       const CExpr& new_value);

// The fields beside a variable's own: "was assigned", "was NaN", and of an accumulator what its
// declaration says.
std::string set_name(const FunctionContext& ctx, ir::LocalId variable);
std::string nan_name(const FunctionContext& ctx, ir::LocalId variable);
std::string lifted_name(const FunctionContext& ctx, ir::LocalId variable);
std::string prefix_name(const FunctionContext& ctx, ir::LocalId variable);
// No field: in a block, the start of an accumulator that checks it.
std::string start_name(const FunctionContext& ctx, ir::LocalId variable);

// Every variable that a block hands back, in a fixed order.
std::vector<ir::LocalId> contributed(const ir::LoopFacts& facts);
// The variable whose assignments a variable goes with: of a companion its extreme, else itself.
ir::LocalId decider(const ir::LoopFacts& facts, ir::LocalId variable);
bool is_companion(const ir::LoopFacts& facts, ir::LocalId variable);

}  // namespace parc::lower
