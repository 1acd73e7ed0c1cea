#include "ir/analysis/combinations.h"

#include <set>

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// The innermost call of `combine(combine(x, e), f)`, and its read of x.
struct Chain {
  const Call* call = nullptr;
  ExprId read;
};

Chain chain_in(const Function& function, ExprId value, LocalId variable) {
  Chain chain;
  for (;;) {
    value = strip_coerce(function, value);
    if (chain.call && read_local(function, value) == variable) return {chain.call, value};
    const Call* call = expr_if<Call>(function, value);
    if (!call || !call->combination) return {};
    chain.call = call;
    value = call->args.front();
  }
}

}  // namespace

std::optional<ReductionResult> find_combination(const Function& function, const Loop& loop,
                                                LocalId variable) {
  ReductionResult result;
  Reduction& reduction = result.reduction;
  reduction.variable = variable;
  reduction.op = ReductionOp::kCombine;
  std::set<ExprId> reads;
  StmtId other;
  walk_stmts(function, loop.body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || assign->target != variable) return;
    const Chain chain = chain_in(function, assign->value, variable);
    const Combination* how = chain.call ? &*chain.call->combination : nullptr;
    const LocalId identity = how ? read_local(function, how->identity) : LocalId{};
    // A copy of the variable may be of a wider type, which `combine` was not made for.
    const bool fits = how && function[identity].type == function[variable].type;
    if (!fits || (reduction.identity.valid() && reduction.identity != identity)) {
      other = other.valid() ? other : id;
      return;
    }
    reduction.identity = identity;
    reduction.merge = how->merge;
    reduction.updates.push_back(id);
    reads.insert(chain.read);
  });
  if (reduction.updates.empty()) return std::nullopt;
  const SourceRange first = assignment_span(function, reduction.updates.front());
  walk_exprs(function, loop.body, [&](ExprId id) {
    if (result.problem != ReductionProblem::kNone) return;
    if (read_local(function, id) != variable || reads.contains(id)) return;
    result.problem = ReductionProblem::kReadElsewhere;
    result.place = function[id].range;
  });
  if (result.problem == ReductionProblem::kNone && other.valid()) {
    result.problem = ReductionProblem::kMixed;
    result.place = assignment_span(function, other);
  }
  result.other = first;
  return result;
}

}  // namespace parc::ir
