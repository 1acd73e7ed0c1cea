// Subscripts in loads and stores.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// `target[…] = value`. The value was evaluated before the target's parts.
void store_element(Context& c, syntax::ExprId target, const Value& value);
// The same for an int beyond 64 bits (see is_wide_int).
void store_wide_int(Context& c, syntax::ExprId target, syntax::ExprId value);
// `target[…] op= value`: the container and the indices are evaluated once.
void update_element(Context& c, syntax::ExprId target, ir::BinaryOp op, syntax::ExprId value,
                    SourceRange range);

// Whether the elements of a tuple can be read one by one without evaluating the others: a tuple in
// a temporary, or one made of constants and variables.
bool has_simple_elements(const Context& c, const Value& tuple);
// An element of such a tuple.
Value tuple_element(Context& c, const Value& tuple, uint32_t index, SourceRange range);

// An element, or a view when there are axes left, of an array at an index of its first axis that is
// known to be in bounds.
Value array_item(Context& c, const Value& array, const Value& index, bool in_bounds,
                 SourceRange range);

}  // namespace parc::check
