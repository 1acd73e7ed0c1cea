#include "codegen/legalize/weight.h"

#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/region.h"
#include "ir/analysis/cost.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::lower {
namespace {

constexpr int kUnknownTrip = 100000;
constexpr int kWhileTrip = 100;
constexpr int kUnknownAxis = 100;

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

// Number of elements of an array.
CExpr elements_of(FunctionContext& ctx, ir::ExprId array) {
  CExpr total = integer(1);
  for (const CExpr& size : invariant_sizes(ctx, array)) {
    total = repeated(size ? cast("parc_i128", size) : integer(kUnknownAxis), total).hi;
  }
  return total;
}

}  // namespace

CExpr weight_of(FunctionContext& ctx, const ir::Block& block) {
  Bound total = between(0, 0);
  for (const ir::StmtId id : block) {
    int own = 1;
    ir::for_each_expr(ctx[id].node, [&](ir::ExprId root) {
      ir::walk_expr(ctx.function, root, [&](ir::ExprId expr) { own += ir::cost_of(ctx[expr]); });
    });
    total = add(total, between(own, own));
    if (const auto* loop = ir::stmt_if<ir::Loop>(ctx.function, id)) {
      const CExpr trip = trip_of(ctx, loop->trip);
      if (ctx.region) ctx.region->bounds[loop->index] = index_bound(ctx, loop->trip);
      total = add(total, repeated(trip, weight_of(ctx, loop->body)));
    } else if (const auto* loop_while = ir::stmt_if<ir::While>(ctx.function, id)) {
      total = add(total, repeated(integer(kWhileTrip), weight_of(ctx, loop_while->body)));
    } else if (const auto* store = ir::stmt_if<ir::StoreView>(ctx.function, id)) {
      total = add(total, up_to(elements_of(ctx, store->view)));
    } else {
      ir::for_each_block(ctx[id].node, [&](const ir::Block& inner) {
        total = add(total, up_to(weight_of(ctx, inner)));
      });
    }
  }
  return total.hi;
}

}  // namespace parc::lower
