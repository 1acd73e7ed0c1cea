#include "ir/analysis/ranges.h"

#include <algorithm>

#include "ir/analysis/range_items.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

constexpr int kRoundsBeforeWidening = 3;

// Where a bound still moves, it goes to the end of the type.
Interval widen(Interval before, Interval after, Interval limit) {
  if (before.empty()) return after;
  return {after.lo < before.lo ? limit.lo : after.lo, after.hi > before.hi ? limit.hi : after.hi};
}

// The RangeLength that a trip count is, also through a local that is assigned once.
const RangeLength* range_length(const Function& function, ExprId trip) {
  if (const RangeLength* length = expr_if<RangeLength>(function, trip)) return length;
  LocalId local = read_local(function, trip);
  if (!local.valid()) return nullptr;
  const RangeLength* found = nullptr;
  int assignments = 0;
  walk_stmts(function, function.body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || assign->target != local) return;
    ++assignments;
    found = expr_if<RangeLength>(function, assign->value);
  });
  return assignments == 1 ? found : nullptr;
}

}  // namespace

Interval kind_range(Kind kind) {
  if (is_bool(kind)) return {0, 1};
  if (!is_integer(kind)) return Interval::all_int64();
  int bits = byte_size(kind) * 8;
  if (is_unsigned(kind)) return {0, (Wide{1} << bits) - 1};
  return {-(Wide{1} << (bits - 1)), (Wide{1} << (bits - 1)) - 1};
}

Ranges::Ranges(const Module& module, const Function& function)
    : module_(module), function_(function), locals_(function.locals.size()) {
  for (const Parameter& parameter : function.parameters) {
    locals_[parameter.local.value] = full(function[parameter.local].type);
  }
  find_targets();
  solve();
  memo_.resize(function.exprs.size());
  solved_ = true;
}

Interval Ranges::full(TypeId type) const {
  if (const ScalarType* scalar = module_.types.get<ScalarType>(type)) {
    return kind_range(scalar->kind);
  }
  Interval all = Interval::all_int64();
  if (const MixedType* mixed = module_.types.get<MixedType>(type)) {
    for (Kind kind : mixed->kinds) all = all.join(kind_range(kind));
  }
  return all;
}

void Ranges::find_targets() {
  walk_stmts(function_, function_.body, [&](StmtId id) {
    const Loop* loop = stmt_if<Loop>(function_, id);
    if (!loop) return;
    if (const RangeLength* length = range_length(function_, loop->trip)) {
      add_targets(*loop, *length);
    }
  });
}

void Ranges::add_targets(const Loop& loop, const RangeLength& length) {
  for (StmtId id : loop.body) {
    const Assign* assign = stmt_if<Assign>(function_, id);
    if (!assign) break;
    if (is_range_item(function_, loop, length, assign->value)) {
      const ExprId value = strip_coerce(function_, assign->value);
      targets_[value] = {value, length};
    }
  }
}

void Ranges::solve() {
  bool changed = true;
  for (int round = 0; changed; ++round) {
    changed = false;
    auto update = [&](LocalId local, Interval value) {
      Interval& held = locals_[local.value];
      Interval joined = held.join(value);
      if (joined == held) return;
      Interval limit = full(function_[local].type);
      held = round < kRoundsBeforeWidening ? joined : widen(held, joined, limit);
      changed = true;
    };
    walk_stmts(function_, function_.body, [&](StmtId id) {
      if (const Assign* assign = stmt_if<Assign>(function_, id)) {
        update(assign->target, evaluate(assign->value));
      } else if (const Loop* loop = stmt_if<Loop>(function_, id)) {
        Interval trip = evaluate(loop->trip);
        if (!trip.empty() && trip.hi > 0) update(loop->index, {0, trip.hi - 1});
      }
    });
  }
}

Interval Ranges::evaluate_target(const Target& target) const {
  Interval start = range_of(target.length.start);
  Interval stop = range_of(target.length.stop);
  Interval step = range_of(target.length.step);
  if (start.empty() || stop.empty() || step.empty()) return {};
  Interval result;
  if (step.hi > 0 && start.lo < stop.hi) result = result.join({start.lo, stop.hi - 1});
  if (step.lo < 0 && stop.lo < start.hi) result = result.join({stop.lo + 1, start.hi});
  return result;
}

Interval Ranges::range_of(ExprId expr) const {
  if (!solved_ || expr.value >= memo_.size()) return evaluate(expr);
  std::optional<Interval>& memo = memo_[expr.value];
  if (!memo) memo = evaluate(expr);
  return *memo;
}

}  // namespace parc::ir
