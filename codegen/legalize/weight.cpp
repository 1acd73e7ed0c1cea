#include "codegen/legalize/weight.h"

#include "codegen/legalize/expressions.h"
#include "codegen/legalize/region.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::lower {
namespace {

constexpr int kCall = 2000;  // a call that was not inlined
constexpr int kLibraryFunction = 10;
constexpr int kDivision = 5;
constexpr int kUnknownTrip = 100000;
constexpr int kWhileTrip = 100;

int cost_of(const ir::Expr& expr) {
  if (std::holds_alternative<ir::Call>(expr.node)) return kCall;
  if (std::holds_alternative<ir::CallBuiltin>(expr.node)) return kLibraryFunction;
  if (std::holds_alternative<ir::NewArray>(expr.node) ||
      std::holds_alternative<ir::CopyArray>(expr.node))
    return kCall;
  const auto* binary = std::get_if<ir::Binary>(&expr.node);
  if (binary && binary->op == ir::BinaryOp::kPow) return 2 * kLibraryFunction;
  if (binary && (binary->op == ir::BinaryOp::kFloorDiv || binary->op == ir::BinaryOp::kMod))
    return kDivision;
  const bool free = std::holds_alternative<ir::Const>(expr.node) ||
                    std::holds_alternative<ir::LocalRef>(expr.node) ||
                    std::holds_alternative<ir::Coerce>(expr.node) ||
                    std::holds_alternative<ir::ShapeOf>(expr.node);
  return free ? 0 : 1;
}

CExpr trip_of(FunctionContext& ctx, ir::ExprId trip) {
  const Bound bound = bound_of(ctx, trip);
  return bound.known() ? bound.hi : integer(kUnknownTrip);
}

// A body that counts as more needs no finer distinction, and its products stay within 128 bits.
constexpr __int128 kHeaviest = static_cast<__int128>(1) << 40;

Bound up_to(const CExpr& value) { return {integer(0), value}; }

Bound repeated(const CExpr& times, const CExpr& weight) {
  return multiply(up_to(times), smaller(up_to(weight), between(0, kHeaviest)));
}

}  // namespace

CExpr weight_of(FunctionContext& ctx, const ir::Block& block) {
  Bound total = between(0, 0);
  for (const ir::StmtId id : block) {
    int own = 1;
    ir::for_each_expr(ctx[id].node, [&](ir::ExprId root) {
      ir::walk_expr(ctx.function, root, [&](ir::ExprId expr) { own += cost_of(ctx[expr]); });
    });
    total = add(total, between(own, own));
    if (const auto* loop = ir::stmt_if<ir::Loop>(ctx.function, id)) {
      const CExpr trip = trip_of(ctx, loop->trip);
      if (ctx.region) ctx.region->bounds[loop->index] = index_bound(ctx, loop->trip);
      total = add(total, repeated(trip, weight_of(ctx, loop->body)));
    } else if (const auto* loop_while = ir::stmt_if<ir::While>(ctx.function, id)) {
      total = add(total, repeated(integer(kWhileTrip), weight_of(ctx, loop_while->body)));
    } else {
      ir::for_each_block(ctx[id].node, [&](const ir::Block& inner) {
        total = add(total, up_to(weight_of(ctx, inner)));
      });
    }
  }
  return total.hi;
}

}  // namespace parc::lower
