// A rough cost of code, in innermost operations (about a nanosecond each).
#pragma once

#include <optional>

#include "ir/analysis/ranges.h"
#include "ir/module.h"

namespace parc::ir {

// What the expression itself costs, its operands not counted.
int cost_of(const Expr& expr);

// The most that a loop costs in all; nothing when a trip count has no bound that is known.
std::optional<double> cost_of_loop(const Function& function, const Ranges& ranges,
                                   const Loop& loop);

// The most iterations that the loop has; nothing when that is not known.
std::optional<int64_t> most_iterations(const Ranges& ranges, const Loop& loop);

}  // namespace parc::ir
