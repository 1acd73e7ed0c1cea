#include "ir/analysis/total.h"

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// NumPy's scalars wrap or become inf or nan; a Python int beside them may be out of their range.
bool is_numpy(const TypeTable& types, TypeId type) {
  return types.is_scalar(type) && !is_python(types.kind(type));
}

bool is_total_operator(const Module& module, const Function& function, const Binary& node) {
  if (!is_numpy(module.types, function[node.left].type)) return false;
  return is_numpy(module.types, function[node.right].type) && node.op != BinaryOp::kPow;
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
  if (std::holds_alternative<Convert>(node)) {
    return module.types.is_scalar(function[id].type) &&
           is_bool(module.types.kind(function[id].type));
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
