// Modules for `parc race`: par loops run in serial order and record every access to an element.
// All functions here emit nothing for other modules.
#pragma once

#include "codegen/legalize/context.h"
#include "codegen/legalize/element.h"

namespace parc::lower {

// A par loop as a recorded serial loop.
void lower_recorded_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node);
// First thing in the body of a recorded loop.
void record_iteration(FunctionContext& ctx, const ir::Loop& node);
// Right behind the statement that may have given the loop variable its value.
void record_loop_variable(FunctionContext& ctx, const ir::Loop& node, ir::StmtId first);

// An access to one element.
void record_element(FunctionContext& ctx, ir::ExprId array, const Element& place, bool write,
                    SourceRange range, ir::FrameId frame);
// The same for the item of a list, an lvalue.
void record_item(FunctionContext& ctx, ir::ExprId list, const CExpr& value, const CExpr& item,
                 bool write, SourceRange range, ir::FrameId frame);
// An access to all elements of an array.
void record_view(FunctionContext& ctx, ir::ExprId array, const CExpr& value, bool write,
                 SourceRange range, ir::FrameId frame);
// The memory of a new array: what was recorded at its place belongs to an array that is gone.
void record_new(FunctionContext& ctx, const CExpr& array);
// `result` is a view of the array `from`, or new memory that got its elements.
void record_copy(FunctionContext& ctx, ir::ExprId array, const CExpr& from, const CExpr& result,
                 const ir::Expr& at);

}  // namespace parc::lower
