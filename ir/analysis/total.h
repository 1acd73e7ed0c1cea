// Whether an expression can be evaluated where Python may leave it out.
#pragma once

#include <functional>

#include "ir/module.h"

namespace parc::ir {

// Whether evaluating the expression has no effect and cannot raise. What `is_known` holds for is
// taken to be so.
bool is_total(const Module& module, const Function& function, ExprId expr,
              const std::function<bool(ExprId)>& is_known);

}  // namespace parc::ir
