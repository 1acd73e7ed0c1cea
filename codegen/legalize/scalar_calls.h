// How one operator or function on scalars of known kinds is written (operators.h says which it is).
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"
#include "codegen/legalize/operators.h"

namespace parc::lower {

// `impl(values)` where the values are already of the kinds it asks for.
CExpr plain_call(const OperatorImpl& impl, const std::vector<CExpr>& values);
// What a failure does: repeats the operation in Python, or raises our OverflowError that names
// `what`.
CBlock operation_failure(FunctionContext& ctx, const OperatorImpl& impl,
                         const std::vector<ir::Kind>& kinds, const std::vector<CExpr>& values,
                         const ir::Expr& at, const std::string& what = "");
// The operands of a builtin, converted as it asks.
std::vector<CExpr> converted_operands(FunctionContext& ctx, const OperatorImpl& impl,
                                      const std::vector<ir::Kind>& kinds,
                                      const std::vector<CExpr>& values, const ir::Expr& at);
// The whole operation: conversions, the call, the check. `unchecked`: the caller knows that it
// cannot fail.
CExpr apply_operator(FunctionContext& ctx, const OperatorImpl& impl, const std::string& what,
                     const std::vector<ir::Kind>& kinds, const std::vector<CExpr>& given,
                     const std::vector<ir::Kind>& wanted, const std::string& result_type,
                     const ir::Expr& at, bool unchecked);

}  // namespace parc::lower
