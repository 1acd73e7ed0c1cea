#include "ir/analysis/total.h"

#include "ir/analysis/ranges.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// NumPy's scalars wrap or become inf or nan; a Python int beside them may be out of their range.
bool is_numpy(const TypeTable& types, TypeId type) {
  return types.is_scalar(type) && !is_python(types.kind(type));
}

bool is_float(const TypeTable& types, TypeId type) {
  return types.is_scalar(type) && types.kind(type) == Kind::kFloat;
}

bool is_total_operator(const Module& module, const Function& function, const Binary& node) {
  bool stays_float =
      node.op == BinaryOp::kAdd || node.op == BinaryOp::kSub || node.op == BinaryOp::kMul;
  if (stays_float && is_float(module.types, function[node.left].type) &&
      is_float(module.types, function[node.right].type)) {
    return true;
  }
  if (!is_numpy(module.types, function[node.left].type)) return false;
  return is_numpy(module.types, function[node.right].type) && node.op != BinaryOp::kPow;
}

// Every number of the one kind is one of the other, or rounded to one.
bool is_total_conversion(const TypeTable& types, TypeId from, TypeId to) {
  if (!types.is_scalar(from) || !types.is_scalar(to)) return false;
  const Kind old_kind = types.kind(from), new_kind = types.kind(to);
  if (is_bool(new_kind)) return true;
  if (is_complex(old_kind)) return false;
  if (is_floating(new_kind)) return true;
  return is_integer(new_kind) && (is_integer(old_kind) || is_bool(old_kind)) &&
         kind_range(old_kind).within(kind_range(new_kind));
}

bool is_total_node(const Module& module, const Function& function, ExprId id) {
  const ExprNode& node = function[id].node;
  if (const Load* load = std::get_if<Load>(&node)) return load->in_bounds;
  if (const ListGet* get = std::get_if<ListGet>(&node)) return get->in_bounds;
  if (const Unary* unary = std::get_if<Unary>(&node)) {
    return is_numpy(module.types, function[unary->operand].type);
  }
  if (const Binary* binary = std::get_if<Binary>(&node)) {
    return is_total_operator(module, function, *binary);
  }
  if (const Convert* convert = std::get_if<Convert>(&node)) {
    return is_total_conversion(module.types, function[convert->operand].type, function[id].type);
  }
  return std::holds_alternative<Const>(node) || std::holds_alternative<LocalRef>(node) ||
         std::holds_alternative<Compare>(node) || std::holds_alternative<Truth>(node) ||
         std::holds_alternative<Not>(node) || std::holds_alternative<Logic>(node) ||
         std::holds_alternative<Select>(node) || std::holds_alternative<Coerce>(node) ||
         std::holds_alternative<Narrow>(node) || std::holds_alternative<ShapeOf>(node) ||
         std::holds_alternative<ListLength>(node);
}

}  // namespace

bool is_total(const Module& module, const Function& function, ExprId expr,
              const std::function<bool(ExprId)>& is_known) {
  if (is_known(expr)) return true;
  if (!is_total_node(module, function, expr)) return false;
  bool total = true;
  for_each_operand(function[expr].node, [&](ExprId operand) {
    total = total && is_total(module, function, operand, is_known);
  });
  return total;
}

}  // namespace parc::ir
