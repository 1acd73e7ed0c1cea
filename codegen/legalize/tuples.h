// Tuples: structs of their elements.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

CExpr lower_make_tuple(FunctionContext& ctx, ir::ExprId id, const ir::MakeTuple& node);
CExpr lower_tuple_get(FunctionContext& ctx, const ir::TupleGet& node);
// == and != of tuples, element by element.
CExpr lower_tuple_compare(FunctionContext& ctx, ir::ExprId id, const ir::Compare& node);

}  // namespace parc::lower
