// Python's integer operations on forms.
#pragma once

#include <optional>

#include "ir/analysis/affine.h"

namespace parc::ir {

// The mathematical result; nothing when forms cannot say it. `zero_raises`: a division by zero has
// no value.
std::optional<Linear> apply_to_forms(Forms& forms, BinaryOp op, const Linear& a, const Linear& b,
                                     bool zero_raises);

}  // namespace parc::ir
