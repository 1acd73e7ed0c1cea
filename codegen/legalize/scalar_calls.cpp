#include "codegen/legalize/scalar_calls.h"

#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
using Kinds = std::vector<ir::Kind>;
using Values = std::vector<CExpr>;

CExpr plain_call(const OperatorImpl& impl, const Values& values) {
  if (!impl.function.empty()) return call(impl.function, values);
  if (impl.infix.empty()) return values[0];
  // Operator spellings live as long as the program: they are interned by the C++ literals below.
  static const char* const kOperators[] = {"+", "-",  "*", "/",  "%",  "&",  "|", "^", "<<", ">>",
                                           "<", "<=", ">", ">=", "==", "!=", "!", "~", "&&", "||"};
  for (const char* op : kOperators) {
    if (impl.infix != op) continue;
    return values.size() == 1 ? prefix(op, values[0]) : infix(op, values[0], values[1]);
  }
  internal_error(concat("no operator ", impl.infix));
}

CBlock operation_failure(FunctionContext& ctx, const OperatorImpl& impl, const Kinds& kinds,
                         const Values& values, const ir::Expr& at, const std::string& what) {
  if (impl.replay.empty()) return fail_overflow(ctx, what, at.range, at.frame);
  std::vector<ErrorValue> shown;
  for (size_t k = 0; k < values.size(); ++k) shown.push_back({values[k], kinds[k]});
  return fail_replay(ctx, impl.replay, shown, at.range, at.frame);
}

namespace {

// The operands converted as the implementation asks; a conversion that fails repeats the whole
// operation.
Values converted(FunctionContext& ctx, const OperatorImpl& whole, const std::string& what,
                 const Kinds& kinds, const Values& values, const Kinds& wanted,
                 const ir::Expr& at) {
  Values out;
  for (size_t k = 0; k < values.size(); ++k) {
    const OperatorImpl impl = operand_impl(kinds[k], wanted[k]);
    if (!impl.fallible) {
      out.push_back(plain_call(impl, {values[k]}));
      continue;
    }
    const std::string result = temporary(ctx);
    emit(ctx, CDeclare{c_type(wanted[k]), result, nullptr});
    emit_check(ctx, call(impl.function, {values[k], address(name(result))}),
               operation_failure(ctx, whole, kinds, values, at, what));
    out.push_back(name(result));
  }
  return out;
}

}  // namespace

Values converted_operands(FunctionContext& ctx, const OperatorImpl& impl, const Kinds& kinds,
                          const Values& values, const ir::Expr& at) {
  return converted(ctx, impl, "", kinds, values, impl.operands, at);
}

CExpr apply_operator(FunctionContext& ctx, const OperatorImpl& impl, const std::string& what,
                     const Kinds& kinds, const Values& given, const Kinds& wanted,
                     const std::string& result_type, const ir::Expr& at, bool unchecked) {
  Values values = given;
  const bool conversion_fails = [&] {
    for (size_t k = 0; k < kinds.size(); ++k) {
      if (operand_impl(kinds[k], wanted[k]).fallible) return true;
    }
    return false;
  }();
  if (impl.fallible || conversion_fails) {
    for (size_t k = 0; k < values.size(); ++k)
      values[k] = hold(ctx, concat(c_type(kinds[k]), " const"), values[k]);
  }
  Values operands = converted(ctx, impl, what, kinds, values, wanted, at);
  if (!impl.fallible) {
    const CExpr value = plain_call(impl, operands);
    // C++ computes `bool | bool` as an int.
    return result_type == "bool" && !impl.infix.empty() ? cast("bool", value) : value;
  }
  if (unchecked) {
    OperatorImpl plain = impl;
    plain.function = impl.unchecked_function;
    plain.infix = impl.unchecked_infix;
    return plain_call(plain, operands);
  }
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{result_type, result, nullptr});
  operands.push_back(address(name(result)));
  emit_check(ctx, call(impl.function, operands),
             operation_failure(ctx, impl, kinds, values, at, what));
  return name(result);
}

}  // namespace parc::lower
