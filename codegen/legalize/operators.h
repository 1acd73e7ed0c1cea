// Which C++ operator or kernel function (runtime/kernel) an operation on scalars of given kinds is.
#pragma once

#include <string>
#include <vector>

#include "ir/builtins.h"
#include "ir/expr.h"
#include "ir/types.h"

namespace parc::lower {

// How to print `left op right`, `op operand` or `f(args)`. The operands are first converted to the
// kinds given here (see operand_impl). Then:
//   function, fallible      if (function(args, &result)) fail;
//   function, not fallible  function(args)
//   infix                   (left infix right), (infix operand)
//   neither                 the converted operand itself
struct OperatorImpl {
  std::string function;
  std::string infix;
  // Instead of `function` where the operands are known to be such that it cannot fail; both empty
  // when there is none.
  std::string unchecked_infix;
  std::string unchecked_function;
  ir::Kind left{}, right{};
  bool fallible = false;
  // The Python callable that is repeated with the operands as they were before their conversion.
  std::string replay;
  // The failure can be an int beyond 64 bits. With `replay` empty it is nothing else; otherwise the
  // repetition comes first, and when it raises nothing the error is our OverflowError.
  bool overflow = false;
  // Of a builtin: the kinds to which its arguments are converted.
  std::vector<ir::Kind> operands;
};

OperatorImpl binary_impl(ir::BinaryOp op, ir::Kind left, ir::Kind right);
OperatorImpl unary_impl(ir::UnaryOp op, ir::Kind operand);
OperatorImpl compare_impl(ir::CompareOp op, ir::Kind left, ir::Kind right);

// The conversion of an operand to the kind that one of these functions asks for. Fallible for a
// Python int that meets a narrower NumPy integer, and for an np.uint64 where an int is taken: the
// failing operation is then repeated as a whole.
OperatorImpl operand_impl(ir::Kind from, ir::Kind to);
// The same without checks, for Coerce and Narrow; `to` or `from` may be a carrier.
OperatorImpl cast_impl(ir::Kind from, ir::Kind to);
// An explicit conversion by the constructor of `to`.
OperatorImpl convert_impl(ir::Kind from, ir::Kind to);
// A value made ready for an element; a failure is repeated as a store (PARC_RAISE_STORE).
OperatorImpl store_impl(ir::Kind value, ir::Kind element);

// A call of a builtin with arguments of these kinds; `operands` says to which they are converted.
// With several results (a tuple) the function takes a pointer for each behind the arguments, also
// when it cannot fail.
OperatorImpl builtin_impl(ir::Builtin builtin, const std::vector<ir::Kind>& args);

// The C++ type of a local of this kind.
std::string c_type(ir::Kind kind);

}  // namespace parc::lower
