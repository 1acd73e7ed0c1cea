// Regions: code that may get a fast version beside the checked one.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// Locals assigned anywhere in the block, nested blocks and loop indices included.
std::set<ir::LocalId> assigned_locals(const ir::Function& function, const ir::Block& block);

// Bounds of a loop's index, from those of its trip count.
Bound index_bound(FunctionContext& ctx, ir::ExprId trip);

// Notes what an assignment tells about the bounds of its target. `loop` is the loop whose body
// starts with it, if any.
void note_assignment(FunctionContext& ctx, ir::LocalId target, ir::ExprId value);
// Whether `value` is the item of the range() that the loop runs over.
bool is_range_target(const FunctionContext& ctx, const ir::Loop& loop, ir::ExprId value);
// `i = start + index * step` at the top of a loop over range(start, stop, step): the bounds of i.
Bound range_target_bound(FunctionContext& ctx, const ir::Loop& loop, ir::ExprId value);
// Narrows the bounds of locals by a condition that holds (or, negated, does not hold).
void assume(FunctionContext& ctx, ir::ExprId condition, bool holds);
// Forgets the bounds of locals.
void forget(FunctionContext& ctx, const std::set<ir::LocalId>& locals);

}  // namespace parc::lower
