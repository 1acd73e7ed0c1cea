#include "ir/analysis/element_order.h"

#include <algorithm>

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

std::vector<Kind> kinds_of(const TypeTable& types, TypeId type) {
  if (const MixedType* mixed = types.get<MixedType>(type)) return mixed->kinds;
  return {types.kind(type)};
}

bool divides(const Function& function, ExprId value) {
  bool found = false;
  walk_expr(function, value, [&](ExprId id) {
    const Binary* binary = expr_if<Binary>(function, id);
    found = found || (binary && binary->op == BinaryOp::kDiv);
  });
  return found;
}

// Bits of the integers of a kind, without the sign.
int digits(Kind kind) {
  if (is_bool(kind)) return 1;
  if (kind == Kind::kInt) return 63;
  return 8 * byte_size(kind) - (is_unsigned(kind) ? 0 : 1);
}

// Whether elements of one kind hold every number of the other.
bool holds(Kind element, Kind value) {
  if (is_floating(element)) {
    return is_floating(value) && byte_size(value) <= byte_size(element);
  }
  if (!is_integer(element) || is_floating(value) || is_complex(value)) {
    return is_bool(element) && is_bool(value);
  }
  bool sign_fits = !is_unsigned(element) || is_unsigned(value) || is_bool(value);
  return sign_fits && digits(value) <= digits(element);
}

bool ordered_arithmetic(ReductionOp op, Kind element, const std::vector<Kind>& values) {
  auto all = [&](auto&& fits) { return std::all_of(values.begin(), values.end(), fits); };
  // A product of complex numbers by 1 is not always the number itself.
  if (is_complex(element)) return op == ReductionOp::kProduct;
  if (is_floating(element)) return !all(is_floating);
  if (is_bool(element)) return !all(is_bool);
  // Unsigned elements wrap at any width; a signed one raises when a wider value does not fit.
  if (is_unsigned(element)) return !all([](Kind kind) { return is_integer(kind); });
  return !all([&](Kind kind) { return holds(element, kind); });
}

bool ordered_extreme(const Extreme& extreme, Kind element, const std::vector<Kind>& values) {
  bool exact =
      std::all_of(values.begin(), values.end(), [&](Kind kind) { return holds(element, kind); });
  return !exact || (is_floating(element) && extreme.nan == NanRule::kReplaces);
}

// Of bools, as the operation on bits.
ReductionOp on_bits(ReductionOp op) {
  switch (op) {
    case ReductionOp::kAnd:
    case ReductionOp::kProduct:
      return ReductionOp::kBitAnd;
    case ReductionOp::kOr:
    case ReductionOp::kSum:
      return ReductionOp::kBitOr;
    default:
      return op;
  }
}

}  // namespace

std::optional<ElementOperation> element_operation(const Module& module, const Function& function,
                                                  const FoundUpdate& update) {
  const TypeTable& types = module.types;
  TypeId type = element_type(types, function[update.element.container].type);
  ExprId value = stored_value(function, update.place.store);
  if (!types.is_scalar(type)) return {};
  Kind element = types.kind(type);
  std::vector<Kind> values = kinds_of(types, function[value].type);
  ReductionOp op = update.update.op;
  bool only_bools = is_bool(element) && std::all_of(values.begin(), values.end(), is_bool);
  switch (op) {
    case ReductionOp::kAnd:
    case ReductionOp::kOr:
      // `and` and `or` of numbers give one of them.
      if (!only_bools) return {};
      return ElementOperation{on_bits(op), false};
    case ReductionOp::kMin:
    case ReductionOp::kMax:
      return ElementOperation{op, ordered_extreme(update.update.extreme, element, values)};
    case ReductionOp::kProduct:
      if (divides(function, value) && is_integer(element)) return {};
      break;
    default:
      break;
  }
  if (only_bools) return ElementOperation{on_bits(op), false};
  return ElementOperation{op, ordered_arithmetic(op, element, values)};
}

}  // namespace parc::ir
