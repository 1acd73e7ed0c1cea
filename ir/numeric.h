// The rules of Python's and NumPy 2's arithmetic as a table: which kind an operation gives. Source:
// the Python language reference, NEP 50 and NumPy's type promotion; tests/numeric compares each
// cell with NumPy.
#pragma once

#include <optional>
#include <vector>

#include "ir/expr.h"
#include "ir/types.h"

namespace parc::ir {

// Kind of the result, or nothing where Python or NumPy raises TypeError for all values (or gives a
// kind that has no native form, such as float16). Integer power of Python ints is not here: see
// power_kind.
std::optional<Kind> binary_kind(BinaryOp op, Kind left, Kind right);
std::optional<Kind> unary_kind(UnaryOp op, Kind operand);
std::optional<Kind> compare_kind(CompareOp op, Kind left, Kind right);  // kBool or kNpBool
// np.result_type / promote_types of two NumPy kinds (or weak Python kinds).
std::optional<Kind> promote(Kind left, Kind right);
// Whether every value of `from` is exactly a value of `to`, with the same meaning.
bool holds_exactly(Kind to, Kind from);
// Whether the constructor of `to` takes a number of kind `from` (its value may still make it
// raise), and whether a number of kind `value` may be stored to an element. Conversions that drop
// an imaginary part are not supported.
bool can_convert(Kind from, Kind to);
bool can_store(Kind value, Kind element);
// Smallest carrier of all, Python ints counting as held by any float (the checker proves
// exactness); none for e.g. u64 with i64.
std::optional<Kind> carrier_of(const std::vector<Kind>& kinds);

}  // namespace parc::ir
