#include "ir/analysis/cost.h"

#include <algorithm>
#include <limits>

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

constexpr int kCall = 2000;  // a call that was not inlined
constexpr int kLibraryFunction = 10;
constexpr int kDivision = 5;
constexpr int64_t kBounded = int64_t{1} << 40;  // trip counts beyond are not really bounded
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

double cost_of_block(const Function& function, const Ranges& ranges, const Block& block);

double cost_of_trips(const Function& function, const Ranges& ranges, const Loop& loop) {
  std::optional<int64_t> trip = most_iterations(ranges, loop);
  if (!trip) return kUnbounded;
  return static_cast<double>(*trip) * cost_of_block(function, ranges, loop.body);
}

double cost_of_block(const Function& function, const Ranges& ranges, const Block& block) {
  double total = 0;
  for (StmtId id : block) {
    const StmtNode& node = function[id].node;
    total += 1;
    for_each_expr(node, [&](ExprId root) {
      walk_expr(function, root, [&](ExprId expr) { total += cost_of(function[expr]); });
    });
    if (const Loop* loop = stmt_if<Loop>(function, id)) {
      total += cost_of_trips(function, ranges, *loop);
    } else if (stmt_if<While>(function, id)) {
      total = kUnbounded;
    } else {
      for_each_block(node,
                     [&](const Block& inner) { total += cost_of_block(function, ranges, inner); });
    }
  }
  return total;
}

}  // namespace

int cost_of(const Expr& expr) {
  if (std::holds_alternative<Call>(expr.node)) return kCall;
  if (std::holds_alternative<CallBuiltin>(expr.node)) return kLibraryFunction;
  if (std::holds_alternative<NewArray>(expr.node) || std::holds_alternative<CopyArray>(expr.node))
    return kCall;
  if (std::holds_alternative<BroadcastFor>(expr.node)) return kLibraryFunction;
  const Binary* binary = std::get_if<Binary>(&expr.node);
  if (binary && binary->op == BinaryOp::kPow) return 2 * kLibraryFunction;
  if (binary && (binary->op == BinaryOp::kFloorDiv || binary->op == BinaryOp::kMod))
    return kDivision;
  bool free =
      std::holds_alternative<Const>(expr.node) || std::holds_alternative<LocalRef>(expr.node) ||
      std::holds_alternative<Coerce>(expr.node) || std::holds_alternative<ShapeOf>(expr.node);
  return free ? 0 : 1;
}

std::optional<int64_t> most_iterations(const Ranges& ranges, const Loop& loop) {
  Interval trip = ranges.range_of(loop.trip);
  if (trip.hi > kBounded) return std::nullopt;
  return static_cast<int64_t>(std::max<Wide>(trip.hi, 0));
}

std::optional<double> cost_of_loop(const Function& function, const Ranges& ranges,
                                   const Loop& loop) {
  double cost = cost_of_trips(function, ranges, loop);
  if (cost == kUnbounded) return std::nullopt;
  return cost;
}

}  // namespace parc::ir
