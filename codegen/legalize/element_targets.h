// Finds the arrays and lists in whose elements a par loop accumulates.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"

namespace parc::lower {

// The targets of the loop.
std::vector<ElementTarget> element_targets(FunctionContext& ctx, const ir::Loop& loop,
                                           const ir::LoopFacts& facts, const std::string& base);

// Whether the loop's updates can be written down and made later.
bool can_record(const std::vector<ElementTarget>& targets);
// Whether copies, merged, hold the bits that the serial order gives.
bool is_exact(const ElementTarget& target);
// The condition of the update itself: what stands last in a conjunction. Those before it decide
// whether there is an update.
ir::ExprId own_condition(const FunctionContext& ctx, const UpdateSite& site, ir::ExprId condition);
// Whether the expression reads the old value.
bool reads_old_value(const FunctionContext& ctx, const UpdateSite& site, ir::ExprId expr);

}  // namespace parc::lower
