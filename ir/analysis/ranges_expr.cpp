// Ranges of expressions, node by node.
#include <string_view>

#include "ir/analysis/ranges.h"
#include "ir/builder.h"

namespace parc::ir {
namespace {

Interval binary(BinaryOp op, Interval left, Interval right) {
  switch (op) {
    case BinaryOp::kAdd:
      return add(left, right);
    case BinaryOp::kSub:
      return subtract(left, right);
    case BinaryOp::kMul:
      return multiply(left, right);
    case BinaryOp::kFloorDiv:
      return floor_divide(left, right);
    case BinaryOp::kMod:
      return modulo(left, right);
    case BinaryOp::kShl:
      return shift_left(left, right);
    case BinaryOp::kShr:
      return shift_right(left, right);
    case BinaryOp::kAnd:
      return bit_and(left, right);
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      return bit_or_xor(left, right);
    case BinaryOp::kDiv:
    case BinaryOp::kPow:
      break;
  }
  // Nothing is known, also whether the result fits.
  return {Wide{INT64_MIN} * 4, Wide{INT64_MAX} * 4};
}

Interval range_length(Interval start, Interval stop, Interval step) {
  if (start.empty() || stop.empty() || step.empty()) return {};
  Wide most = 0;
  // The smallest step on each side gives the longest range.
  if (step.hi > 0) {
    Wide least = std::max<Wide>(step.lo, 1);
    if (stop.hi > start.lo) most = (stop.hi - start.lo + least - 1) / least;
  }
  if (step.lo < 0) {
    Wide least = std::max<Wide>(-step.hi, 1);
    if (start.hi > stop.lo) most = std::max(most, (start.hi - stop.lo + least - 1) / least);
  }
  return {0, std::min<Wide>(most, INT64_MAX)};
}

// A result that the kind does not hold is an error in Python's int, and wraps in NumPy's.
Interval clip(Interval exact, Kind kind) {
  Interval limit = kind_range(kind);
  if (exact.within(limit)) return exact;
  return kind == Kind::kInt ? exact.meet(limit) : limit;
}

}  // namespace

Interval Ranges::unclipped(ExprId id) const {
  const ExprNode& node = function_[id].node;
  if (const Binary* op = std::get_if<Binary>(&node)) {
    Interval left = range_of(op->left);
    Interval right = range_of(op->right);
    Interval result = binary(op->op, left, right);
    bool divides = op->op == BinaryOp::kFloorDiv || op->op == BinaryOp::kMod;
    bool numpy = !module_.types.is_scalar(function_[id].type) ||
                 !is_python(module_.types.kind(function_[id].type));
    // NumPy's integer division by zero gives 0; shifts by the width or more give 0 or -1.
    if (divides && numpy && right.contains(0)) result = result.join({0, 0});
    if (op->op == BinaryOp::kShr && numpy) result = result.join({-1, 0});
    return result;
  }
  if (const Unary* op = std::get_if<Unary>(&node)) {
    Interval operand = range_of(op->operand);
    switch (op->op) {
      case UnaryOp::kPlus:
        return operand;
      case UnaryOp::kMinus:
        return subtract(Interval::of(0), operand);
      case UnaryOp::kInvert:
        return subtract(Interval::of(-1), operand);
    }
  }
  if (const CallBuiltin* call = std::get_if<CallBuiltin>(&node)) {
    std::string_view name = info(call->builtin).name;
    bool least = name == "min" || name == "np.minimum";
    bool most = name == "max" || name == "np.maximum";
    if (least || most) {
      Interval result = range_of(call->args.front());
      for (ExprId arg : call->args) {
        result = least ? minimum(result, range_of(arg)) : maximum(result, range_of(arg));
      }
      return result;
    }
    if (name == "abs" || name == "np.abs") return absolute(range_of(call->args.front()));
  }
  return full(function_[id].type);
}

Interval Ranges::evaluate(ExprId id) const {
  const Expr& expr = function_[id];
  const ScalarType* scalar = module_.types.get<ScalarType>(expr.type);
  if (!scalar) {
    // A value of several kinds: bounds are kept only for the part that a coercion passes on.
    return full(expr.type);
  }
  Kind kind = scalar->kind;
  if (!is_integer(kind) && !is_bool(kind)) return full(expr.type);
  if (auto target = targets_.find(id); target != targets_.end()) {
    return evaluate_target(target->second);
  }
  const ExprNode& node = expr.node;
  if (const LocalRef* ref = std::get_if<LocalRef>(&node)) return locals_[ref->local.value];
  if (const Const* constant = std::get_if<Const>(&node)) {
    if (const uint64_t* value = std::get_if<uint64_t>(&constant->value)) {
      return Interval::of(*value);
    }
    if (std::optional<int64_t> value = constant_int(function_, id)) return Interval::of(*value);
  }
  if (const Select* select = std::get_if<Select>(&node)) {
    return range_of(select->then_value).join(range_of(select->else_value));
  }
  if (const Convert* convert = std::get_if<Convert>(&node)) {
    const ScalarType* from = module_.types.get<ScalarType>(function_[convert->operand].type);
    bool integral = from && (is_integer(from->kind) || is_bool(from->kind));
    return integral ? clip(range_of(convert->operand), kind) : kind_range(kind);
  }
  if (std::holds_alternative<ShapeOf>(node) || std::holds_alternative<ListLength>(node)) {
    return {0, kLongestAxis};
  }
  if (std::holds_alternative<ArraySize>(node)) return {0, INT64_MAX};
  if (const RangeLength* length = std::get_if<RangeLength>(&node)) {
    return range_length(range_of(length->start), range_of(length->stop), range_of(length->step));
  }
  if (const TupleGet* get = std::get_if<TupleGet>(&node)) {
    const MakeTuple* tuple = expr_if<MakeTuple>(function_, get->tuple);
    return tuple ? range_of(tuple->elements[get->index]) : kind_range(kind);
  }
  return clip(unclipped(id), kind);
}

}  // namespace parc::ir
