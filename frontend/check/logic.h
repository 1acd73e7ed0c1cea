// `and`, `or` and what else is evaluated only under a condition.
#pragma once

#include <functional>

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// `left and right` or `left or right`, where `check_right` checks the right operand: it is
// evaluated only when the left one does not decide. The value is one of the operands; only its
// truth (a kBool) when `as_condition`.
Value lazy_logic(Context& c, bool is_and, const Value& left, bool as_condition, SourceRange range,
                 const std::function<Value()>& check_right);

}  // namespace parc::check
