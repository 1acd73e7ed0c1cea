// Expressions: from syntax to typed IR.
#pragma once

#include <optional>
#include <utility>

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// Checks an expression and adds its IR. A value of the error type when a diagnostic was emitted.
Value check_expr(Context& c, syntax::ExprId id);
// Checks an expression whose truth decides: the value is a kBool.
Value check_condition(Context& c, syntax::ExprId id);
// The truth of a value, as `if` takes it.
Value truth_of(Context& c, const Value& value);

// ---- one function per construct; each in the file of its name ----

// names.cpp
Value check_name(Context& c, syntax::ExprId id);
Value check_global_value(Context& c, syntax::ExprId id);  // a name or dotted name of a module
// literals.cpp
Value check_int_literal(Context& c, syntax::ExprId id);
// The value of an expression of int literals and module constants, up to about 100 bits.
std::optional<__int128> fold_int(Context& c, syntax::ExprId id);
// The same as a value; an error is told when it does not fit 64 bits.
std::optional<Value> check_folded_int(Context& c, syntax::ExprId id);
// Whether the expression is such an int that does not fit.
bool is_wide_int(Context& c, syntax::ExprId id);
// What such an int is as the other operand of an operation with a number or an array: of the type
// of an np.uint64, or a float. `exactly`: rounding would change the result, as in a comparison.
Value wide_int_beside(Context& c, syntax::ExprId id, const Value& other, bool exactly);
// Both operands, one of which may be such an int.
std::pair<Value, Value> check_operands(Context& c, syntax::ExprId left, syntax::ExprId right,
                                       bool exactly);
// operators.cpp
Value check_unary(Context& c, syntax::ExprId id);
Value check_binary(Context& c, syntax::ExprId id);
Value apply_unary(Context& c, ir::UnaryOp op, const Value& operand, SourceRange range);
Value apply_binary(Context& c, ir::BinaryOp op, const Value& left, const Value& right,
                   SourceRange range);
std::optional<ir::BinaryOp> ir_op(syntax::BinaryOp op);
// comparisons.cpp
// The value only matters by its truth when `as_condition`.
Value check_comparison(Context& c, syntax::ExprId id, bool as_condition);
Value apply_compare(Context& c, ir::CompareOp op, const Value& left, const Value& right,
                    SourceRange range);
// logic.cpp
Value check_bool_op(Context& c, syntax::ExprId id, bool as_condition);
Value check_conditional(Context& c, syntax::ExprId id);
// subscripts.cpp, attributes.cpp
Value check_subscript(Context& c, syntax::ExprId id);
Value check_attribute(Context& c, syntax::ExprId id);
// calls.cpp
Value check_call(Context& c, syntax::ExprId id);
// assignments.cpp
Value check_walrus(Context& c, syntax::ExprId id);

// Reports that values of these types do not fit an operation; `what` is the whole sentence.
Value report_types(Context& c, SourceRange range, std::string what,
                   std::initializer_list<Value> operands);
// The value comes from a parameter that was taken to have too few axes.
void want_axes(Context& c, const Value& value);
// The value, a parameter, is used as an array without axes: `z[()]`.
void want_no_axes(Context& c, const Value& value);

}  // namespace parc::check
