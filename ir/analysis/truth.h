// Truth values of Python's and NumPy's bools.
#pragma once

#include "ir/module.h"

namespace parc::ir {

// The value under conversions that keep its truth.
ExprId strip_truth(const Function& function, ExprId id);

// A bool of Python's or NumPy's, or a mix of both.
bool is_bool_type(const TypeTable& types, TypeId type);

}  // namespace parc::ir
