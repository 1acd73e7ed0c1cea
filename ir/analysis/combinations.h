// Reductions that the user declared by par.reduction().
#pragma once

#include <optional>

#include "ir/analysis/reductions.h"

namespace parc::ir {

// What a variable is that the loop updates by `x = combine(x, e)`; nothing when no statement does.
std::optional<ReductionResult> find_combination(const Function& function, const Loop& loop,
                                                LocalId variable);

}  // namespace parc::ir
