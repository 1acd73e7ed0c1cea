// Expressions: statements for what may fail or has effects, and a pure C expression for the value.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "codegen/legalize/context.h"
#include "codegen/legalize/errors.h"

namespace parc::lower {

// The value, of c_type of the expression's type. It may read variables and memory: use it before
// anything that changes them is written.
CExpr lower(FunctionContext& ctx, ir::ExprId expr);
// The same, where the receiver takes over the references of an expression that gives_ownership().
CExpr lower_owned(FunctionContext& ctx, ir::ExprId expr);
// The value in a form that may be written more than once.
CExpr lower_held(FunctionContext& ctx, ir::ExprId expr);
// Several in order; earlier ones are held when a later one calls a function.
std::vector<CExpr> lower_all(FunctionContext& ctx, const std::vector<ir::ExprId>& exprs);
// Evaluated only for its effects.
void lower_for_effects(FunctionContext& ctx, ir::ExprId expr);
// Whether evaluating the expression calls a native function.
bool calls_function(const ir::Function& function, ir::ExprId expr);

// ---- scalars (scalars.cpp) ----

// Value-preserving change to `to`: scalar to wider scalar or mixed, mixed to wider mixed, tuples
// item by item.
CExpr coerce(FunctionContext& ctx, CExpr value, ir::TypeId from, ir::TypeId to);
// The tag of values of a mixed type that are of this kind.
int tag_of(const ir::MixedType& type, ir::Kind kind);
// The alternatives of a scalar or mixed type.
std::vector<ir::Kind> alternatives(const ir::TypeTable& types, ir::TypeId type);

// One operation on scalars of known kinds. `emit_one` writes what is needed and gives the value and
// its kind, or a tuple of the result's type; `key` is equal for kinds that need the same code (""
// when it may fail or differs).
struct Applied {
  CExpr value;
  ir::Kind kind;
};
struct Operation {
  std::function<Applied(const std::vector<ir::Kind>&, const std::vector<CExpr>&)> emit_one;
  std::function<std::string(const std::vector<ir::Kind>&)> key;
};
// Chooses by the tags of mixed operands.
CExpr dispatch(FunctionContext& ctx, const Operation& operation,
               const std::vector<ir::ExprId>& operands, ir::TypeId result);

CExpr lower_constant(FunctionContext& ctx, const ir::Const& node, ir::TypeId type);
CExpr lower_binary(FunctionContext& ctx, ir::ExprId id, const ir::Binary& node);
CExpr lower_unary(FunctionContext& ctx, ir::ExprId id, const ir::Unary& node);
CExpr lower_compare(FunctionContext& ctx, ir::ExprId id, const ir::Compare& node);
CExpr lower_truth(FunctionContext& ctx, ir::ExprId id, const ir::Truth& node);
CExpr lower_convert(FunctionContext& ctx, ir::ExprId id, const ir::Convert& node);
CExpr lower_builtin(FunctionContext& ctx, ir::ExprId id, const ir::CallBuiltin& node);
// Equality of two scalars of these types (mixed ones by their carriers).
CExpr equal_scalars(FunctionContext& ctx, const CExpr& left, ir::TypeId left_type,
                    const CExpr& right, ir::TypeId right_type);
// Applies a binary operation of Python to values (used by reductions, too).
Applied apply_binary(FunctionContext& ctx, ir::BinaryOp op, ir::Kind left_kind, CExpr left,
                     ir::Kind right_kind, CExpr right, ir::ExprId at);

// ---- indexing (indexing.cpp) ----

CExpr lower_load(FunctionContext& ctx, ir::ExprId id, const ir::Load& node);
CExpr lower_view(FunctionContext& ctx, ir::ExprId id, const ir::View& node);
CExpr lower_transpose(FunctionContext& ctx, ir::ExprId id, const ir::Transpose& node);
CExpr lower_list_get(FunctionContext& ctx, ir::ExprId id, const ir::ListGet& node);
CExpr lower_tuple_index(FunctionContext& ctx, ir::ExprId id, const ir::TupleIndex& node);
void lower_store(FunctionContext& ctx, const ir::Stmt& stmt, const ir::Store& node);
void lower_store_view(FunctionContext& ctx, const ir::Stmt& stmt, const ir::StoreView& node);
void lower_list_set(FunctionContext& ctx, const ir::Stmt& stmt, const ir::ListSet& node);

// ---- broadcasting (broadcasts.cpp) ----

CExpr lower_broadcast_for(FunctionContext& ctx, ir::ExprId id, const ir::BroadcastFor& node);
// The elements of one array become those of a view.
void lower_array_store(FunctionContext& ctx, const ir::Stmt& stmt, const ir::StoreView& node);

// ---- arrays (arrays.cpp) ----

CExpr lower_new_array(FunctionContext& ctx, ir::ExprId id, const ir::NewArray& node);
CExpr lower_copy_array(FunctionContext& ctx, ir::ExprId id, const ir::CopyArray& node);
// Keeps the memory of a value that was given to us alive until the C++ function ends or the place
// is run again.
CExpr keep(FunctionContext& ctx, CExpr value, ir::TypeId type);
// Every array in a value of the type: C expressions of their bases.
void bases_of(const ir::TypeTable& types, const CExpr& value, ir::TypeId type,
              std::vector<CExpr>& out);
// Whether the expression gives memory that the receiver owns.
bool gives_ownership(const ir::Function& function, ir::ExprId expr);

// ---- bounds (region.cpp) ----

// Bounds of an integer expression before the region, null when unknown or outside a region.
Bound bound_of(FunctionContext& ctx, ir::ExprId expr);
// In a fast version: true when `condition` (null: certain) can be left to the test before the
// region. A false literal cannot.
bool leave_to_region(FunctionContext& ctx, const CExpr& condition);
// Whether an int operation's result surely fits 64 bits, by the test before the region if needed.
bool fits_by_bounds(FunctionContext& ctx, const Bound& result);
// Whether a local is the same before the region as here.
bool invariant(const FunctionContext& ctx, ir::LocalId local);

}  // namespace parc::lower
