// Addresses and indices of elements, for loads and stores.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/context.h"

namespace parc::lower {

// Size of an axis of the array as it is known before the region; null when it is not.
CExpr invariant_size(FunctionContext& ctx, ir::ExprId array, size_t axis);
// Sizes of the axes of a view, as far as they are known before the region.
std::vector<CExpr> invariant_sizes(FunctionContext& ctx, ir::ExprId array);
// The index resolved to 0 … size - 1, or a failure with the IndexError `message` ("{}" stands for
// the index as given, the axis and the size). `stable_size`: the size as it is known before the
// region, or null.
CExpr checked_index(FunctionContext& ctx, ir::ExprId index, const CExpr& size,
                    const CExpr& stable_size, int axis, const ir::Expr& at,
                    const std::string& message);
// The array in a form that may be written more than once.
CExpr array_operand(FunctionContext& ctx, ir::ExprId array);
// One element: its array, which may be written more than once, and the pointer to it.
struct Element {
  CExpr array, pointer;
};
Element array_element(FunctionContext& ctx, ir::ExprId array,
                      const std::vector<ir::ExprId>& indices, bool in_bounds, const ir::Expr& at);
CExpr load_element(ir::Kind kind, const CExpr& pointer);
// Stores the value through the pointer, converted as `at` (a Store) converts.
void store_through(FunctionContext& ctx, const CExpr& pointer, ir::Kind elem, ir::ExprId value,
                   const ir::Stmt& at);
// Length of a list as it is known before the region, or null.
CExpr invariant_length(FunctionContext& ctx, ir::ExprId list);
// The item of a list as an lvalue.
CExpr list_item(FunctionContext& ctx, ir::TypeId item, const CExpr& list, const CExpr& index);
// Tells the border that the list is written to.
void mark_written(FunctionContext& ctx, const CExpr& list);

}  // namespace parc::lower
