// Addresses and indices of elements, for loads and stores.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"

namespace parc::lower {

// The index resolved to 0 … size - 1, or a failure with the IndexError `message` ("{}" stands for the index as
// given, the axis and the size).
CExpr checked_index(FunctionContext& ctx, ir::ExprId index, const CExpr& size, int axis, const ir::Expr& at,
                    const std::string& message);
// The array in a form that may be written more than once.
CExpr array_operand(FunctionContext& ctx, ir::ExprId array);
// Pointer to one element.
CExpr element_pointer(FunctionContext& ctx, ir::ExprId array, const std::vector<ir::ExprId>& indices, bool in_bounds,
                      const ir::Expr& at);
CExpr load_element(ir::Kind kind, const CExpr& pointer);
// The item of a list as an lvalue.
CExpr list_item(FunctionContext& ctx, ir::TypeId item, const CExpr& list, const CExpr& index);

}  // namespace parc::lower
