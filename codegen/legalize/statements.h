// Statements.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

void lower_block(FunctionContext& ctx, const ir::Block& block);
void lower_statement(FunctionContext& ctx, ir::StmtId stmt);

// ---- ownership of array locals (ownership.cpp) ----

// Array locals of the function that may hold memory made by native code.
std::set<ir::LocalId> owning_locals(const ir::Module& module, const ir::Function& function);
// Records in NAME_set that a tracked variable was assigned.
void mark_assigned(FunctionContext& ctx, ir::LocalId variable);
void lower_assign(FunctionContext& ctx, const ir::Assign& node);
// Gives the receiver of a result a reference of its own on every array in it.
void retain_result(FunctionContext& ctx, const CExpr& value, ir::TypeId type, ir::ExprId from);

// ---- loops (serial_loops.cpp, par_loop.cpp) ----

void lower_while(FunctionContext& ctx, const ir::While& node, SourceRange header);
// One version of a loop in serial order; `trip` may be written more than once.
void lower_counted_loop(FunctionContext& ctx, const ir::Loop& node, const CExpr& trip);
void lower_serial_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node);
void lower_par_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node);
void emit_loop_body(FunctionContext& ctx, const ir::Loop& node);

}  // namespace parc::lower
