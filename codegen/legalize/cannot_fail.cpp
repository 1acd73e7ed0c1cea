#include "codegen/legalize/cannot_fail.h"

#include <variant>

#include "codegen/legalize/expressions.h"
#include "ir/builder.h"

namespace parc::lower {
namespace {

bool fits(FunctionContext& ctx, ir::BinaryOp op, const ir::Binary& node) {
  const Bound left = bound_of(ctx, node.left), right = bound_of(ctx, node.right);
  switch (op) {
    case ir::BinaryOp::kAdd:
      return fits_by_bounds(ctx, add(left, right));
    case ir::BinaryOp::kSub:
      return fits_by_bounds(ctx, subtract(left, right));
    case ir::BinaryOp::kMul:
      return fits_by_bounds(ctx, multiply(left, right));
    default:
      return false;
  }
}

bool is_nonzero_float(const FunctionContext& ctx, ir::ExprId id) {
  const auto* constant = ir::expr_if<ir::Const>(ctx.function, ir::strip_coerce(ctx.function, id));
  const double* value = constant ? std::get_if<double>(&constant->value) : nullptr;
  return value && *value != 0.0;
}

}  // namespace

bool cannot_fail(FunctionContext& ctx, ir::BinaryOp op, const ir::Binary& node, ir::Kind left,
                 ir::Kind right) {
  const bool divides = op == ir::BinaryOp::kDiv || op == ir::BinaryOp::kMod;
  if (divides && right == ir::Kind::kFloat) return is_nonzero_float(ctx, node.right);
  if (left != ir::Kind::kInt || right != ir::Kind::kInt) return false;
  const auto constant = ir::constant_int(ctx.function, node.right);
  if (op == ir::BinaryOp::kFloorDiv || op == ir::BinaryOp::kMod) {
    return constant && *constant != 0 && *constant != -1;
  }
  if (op == ir::BinaryOp::kShr) return constant && *constant >= 0 && *constant <= 63;
  return fits(ctx, op, node);
}

}  // namespace parc::lower
