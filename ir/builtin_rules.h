// Parts of the rules of builtins that the operators' tables and the code generator need too.
#pragma once

#include <optional>
#include <vector>

#include "ir/builtins.h"
#include "ir/expr.h"

namespace parc::ir {

// The kind in which a NumPy function computes with arguments of these kinds (np.result_type).
Kind common_kind(const std::vector<Kind>& args);
// A Python scalar that meets no NumPy kind stands for NumPy's default kind.
Kind numpy_default(Kind kind);
// The operator that np.add, np.less … are.
std::optional<BinaryOp> binary_operator(Builtin builtin);
std::optional<CompareOp> compare_operator(Builtin builtin);
UnaryOp unary_operator(Builtin builtin);  // of the rule kNpUnary

}  // namespace parc::ir
