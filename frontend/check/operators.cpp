#include "frontend/check/emit.h"
#include "frontend/check/exactness.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

bool is_python_int(Kind kind) { return kind == Kind::kInt || kind == Kind::kBool; }

// The kind of one pair of alternatives. An int to a negative constant power is a float.
std::optional<Kind> kind_of_pair(Context& c, ir::BinaryOp op, Kind left, Kind right,
                                 const Value& right_value) {
  if (op == ir::BinaryOp::kPow && is_python_int(left) && is_python_int(right)) {
    std::optional<int64_t> exponent = known_int(c, right_value);
    return exponent && *exponent < 0 ? Kind::kFloat : Kind::kInt;
  }
  return ir::binary_kind(op, left, right);
}

std::optional<TypeId> result_of(Context& c, ir::BinaryOp op, const Value& left,
                                const Value& right) {
  std::vector<Kind> results;
  for (Kind left_kind : kinds_of(c.types(), left.type)) {
    for (Kind right_kind : kinds_of(c.types(), right.type)) {
      std::optional<Kind> kind = kind_of_pair(c, op, left_kind, right_kind, right);
      if (!kind) return std::nullopt;
      results.push_back(*kind);
    }
  }
  return type_of_kinds(c.types(), std::move(results));
}

// Arithmetic of constants, where neither Python nor the compiler could object.
std::optional<Value> fold(Context& c, ir::BinaryOp op, const Value& left, const Value& right,
                          SourceRange range) {
  TypeId int_type = c.types().scalar(Kind::kInt);
  TypeId float_type = c.types().scalar(Kind::kFloat);
  std::optional<ir::Const> a = known_constant(c, left.expr), b = known_constant(c, right.expr);
  if (!a || !b || left.type != right.type) return std::nullopt;
  if (left.type == int_type) {
    int64_t x = std::get<int64_t>(a->value), y = std::get<int64_t>(b->value), result;
    bool overflow = true;
    if (op == ir::BinaryOp::kAdd) overflow = __builtin_add_overflow(x, y, &result);
    if (op == ir::BinaryOp::kSub) overflow = __builtin_sub_overflow(x, y, &result);
    if (op == ir::BinaryOp::kMul) overflow = __builtin_mul_overflow(x, y, &result);
    if (op == ir::BinaryOp::kFloorDiv && x >= 0 && y > 0) result = x / y, overflow = false;
    if (op == ir::BinaryOp::kMod && x >= 0 && y > 0) result = x % y, overflow = false;
    if (!overflow) return make_int(c, result, range);
  } else if (left.type == float_type) {
    double x = std::get<double>(a->value), y = std::get<double>(b->value);
    if (op == ir::BinaryOp::kAdd) return make_float(c, x + y, range);
    if (op == ir::BinaryOp::kSub) return make_float(c, x - y, range);
    if (op == ir::BinaryOp::kMul) return make_float(c, x * y, range);
    if (op == ir::BinaryOp::kDiv && y != 0.0) return make_float(c, x / y, range);
  }
  return std::nullopt;
}

Value concatenate(Context& c, const Value& left, const Value& right, SourceRange range) {
  ir::MakeTuple made;
  std::vector<TypeId> types;
  for (const Value& part : {left, right}) {
    Value whole = reusable(c, part);
    std::vector<TypeId> elements = c.types().get<ir::TupleType>(part.type)->elements;
    for (uint32_t at = 0; at < elements.size(); ++at) {
      made.elements.push_back(
          make(c, ir::TupleGet{again(c, whole).expr, at}, elements[at], range).expr);
      types.push_back(elements[at]);
    }
  }
  return make(c, std::move(made), c.types().tuple(std::move(types)), range);
}

Value report_operands(Context& c, ir::BinaryOp op, const Value& left, const Value& right,
                      SourceRange range) {
  for (const Value& operand : {left, right}) {
    if (c.types().get<ir::ArrayType>(operand.type)) {
      c.diagnostics
          .emit(Diag::kUnsupportedExpression, range,
                concat("`", ir::spelling(op), "` of whole arrays is not supported yet"))
          .label(operand.range, spell(c, operand.type))
          .note("write it as a loop over the elements");
      return make_error(c, range);
    }
    if (c.types().get<ir::ListType>(operand.type)) {
      c.diagnostics.emit(Diag::kListGrowth, range, "building a list is not supported yet")
          .label(operand.range, spell(c, operand.type));
      return make_error(c, range);
    }
  }
  return report_types(c, range,
                      concat("`", ir::spelling(op), "` does not take ", spell(c, left.type),
                             " and ", spell(c, right.type)),
                      {left, right});
}

}  // namespace

std::optional<ir::BinaryOp> ir_op(syntax::BinaryOp op) {
  using syntax::BinaryOp;
  switch (op) {
    case BinaryOp::kAdd:
      return ir::BinaryOp::kAdd;
    case BinaryOp::kSub:
      return ir::BinaryOp::kSub;
    case BinaryOp::kMul:
      return ir::BinaryOp::kMul;
    case BinaryOp::kDiv:
      return ir::BinaryOp::kDiv;
    case BinaryOp::kFloorDiv:
      return ir::BinaryOp::kFloorDiv;
    case BinaryOp::kMod:
      return ir::BinaryOp::kMod;
    case BinaryOp::kPow:
      return ir::BinaryOp::kPow;
    case BinaryOp::kShl:
      return ir::BinaryOp::kShl;
    case BinaryOp::kShr:
      return ir::BinaryOp::kShr;
    case BinaryOp::kAnd:
      return ir::BinaryOp::kAnd;
    case BinaryOp::kOr:
      return ir::BinaryOp::kOr;
    case BinaryOp::kXor:
      return ir::BinaryOp::kXor;
    case BinaryOp::kMatMul:
      return std::nullopt;
  }
  return std::nullopt;
}

Value apply_binary(Context& c, ir::BinaryOp op, const Value& left, const Value& right,
                   SourceRange range) {
  if (is_error(c, left) || is_error(c, right)) return make_error(c, range);
  if (std::optional<Value> folded = fold(c, op, left, right, range)) return *folded;
  bool tuples = c.types().get<ir::TupleType>(left.type) && c.types().get<ir::TupleType>(right.type);
  if (tuples && op == ir::BinaryOp::kAdd) return concatenate(c, left, right, range);
  std::optional<TypeId> type = result_of(c, op, left, right);
  if (!type) return report_operands(c, op, left, right, range);
  Value result = make(c, ir::Binary{op, left.expr, right.expr}, *type, range);
  require_exact_result(c, result);
  return result;
}

Value apply_unary(Context& c, ir::UnaryOp op, const Value& operand, SourceRange range) {
  if (is_error(c, operand)) return make_error(c, range);
  if (std::optional<ir::Const> constant = known_constant(c, operand.expr)) {
    if (operand.type == c.types().scalar(Kind::kFloat) && op == ir::UnaryOp::kMinus) {
      return make_float(c, -std::get<double>(constant->value), range);
    }
    const auto* value = std::get_if<int64_t>(&constant->value);
    if (operand.type == c.types().scalar(Kind::kInt) && value && *value != INT64_MIN) {
      int64_t result = op == ir::UnaryOp::kMinus  ? -*value
                       : op == ir::UnaryOp::kPlus ? *value
                                                  : ~*value;
      return make_int(c, result, range);
    }
  }
  std::vector<Kind> results;
  for (Kind kind : kinds_of(c.types(), operand.type)) {
    if (std::optional<Kind> result = ir::unary_kind(op, kind)) {
      results.push_back(*result);
    } else {
      results.clear();
      break;
    }
  }
  std::optional<TypeId> type = type_of_kinds(c.types(), std::move(results));
  if (!type) {
    return report_types(c, range,
                        concat("`", ir::spelling(op), "` does not take ", spell(c, operand.type)),
                        {operand});
  }
  Value result = make(c, ir::Unary{op, operand.expr}, *type, range);
  require_exact_result(c, result);
  return result;
}

Value check_unary(Context& c, syntax::ExprId id) {
  const auto& node = *syntax::get<syntax::Unary>(c.tree(), id);
  if (node.op == syntax::UnaryOp::kNot) {
    Value condition = check_condition(c, node.operand);
    if (is_error(c, condition)) return make_error(c, range_of(c, id));
    return make(c, ir::Not{condition.expr}, condition.type, range_of(c, id));
  }
  if (std::optional<Value> folded = check_folded_int(c, id)) return *folded;
  ir::UnaryOp op = node.op == syntax::UnaryOp::kPlus    ? ir::UnaryOp::kPlus
                   : node.op == syntax::UnaryOp::kMinus ? ir::UnaryOp::kMinus
                                                        : ir::UnaryOp::kInvert;
  return apply_unary(c, op, check_expr(c, node.operand), range_of(c, id));
}

Value check_binary(Context& c, syntax::ExprId id) {
  const auto& node = *syntax::get<syntax::Binary>(c.tree(), id);
  if (std::optional<Value> folded = check_folded_int(c, id)) return *folded;
  std::optional<ir::BinaryOp> op = ir_op(node.op);
  if (!op) {
    c.diagnostics
        .emit(Diag::kUnsupportedExpression, range_of(c, id),
              "the matrix product `@` is not supported yet")
        .note("write it as loops");
    return make_error(c, range_of(c, id));
  }
  auto [left, right] = check_operands(c, node.left, node.right, false);
  return apply_binary(c, *op, left, right, range_of(c, id));
}

}  // namespace parc::check
