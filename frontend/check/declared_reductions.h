// Reductions of the user's own: `x = par.reduction(identity, combine)`, updated by
// `x = combine(x, e)`. In serial order x starts as the identity; a par loop combines the items of
// each block, from the identity on, and then what the blocks came to.
#pragma once

#include <optional>
#include <vector>

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

bool is_reduction_call(const Context& c, syntax::ExprId id);
// The assignment of such a call to the name `target`.
void declare_reduction(Context& c, syntax::ExprId target, syntax::ExprId call);

// Whether `function(args…)` combines the value of such a variable with one more.
bool is_combination(const Context& c, const SourceFunction& function,
                    const std::vector<Value>& args);
// What the call needs besides; `variable` is its first argument. Nothing with a diagnostic when two
// values of the variable cannot be combined.
std::optional<ir::Combination> combination_of(Context& c, const SourceFunction& function,
                                              const Value& variable, SourceRange range);

}  // namespace parc::check
