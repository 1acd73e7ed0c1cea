#include "ir/analysis/reductions.h"

#include <algorithm>

#include "ir/analysis/combinations.h"
#include "ir/analysis/total_kinds.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// Every mention of the variable in a loop body, sorted into updates and the rest.
class Collector {
 public:
  Collector(const Module& module, const Function& function, LocalId variable)
      : module_(module), function_(function), variable_(variable) {}

  void block(const Block& body) {
    for (StmtId id : body) statement(id);
  }

  std::vector<Update> updates;
  std::vector<StmtId> not_associative;
  std::vector<StmtId> assignments;  // that are no updates
  std::vector<ExprId> reads;        // that belong to no update
  StmtId read_again;                // an update that reads the variable a second time

 private:
  void statement(StmtId id) {
    const StmtNode& node = function_[id].node;
    const If* branch = std::get_if<If>(&node);
    if (branch && count_reads(function_, branch->condition, variable_) > 0) {
      if (take(match_guarded(module_, function_, id, variable_))) return;
    }
    const Assign* assign = std::get_if<Assign>(&node);
    if (assign && assign->target == variable_) {
      if (count_reads(function_, assign->value, variable_) > 0) {
        UpdateMatch match =
            match_assignment(module_, function_, id, assign->value, Subject(function_, variable_));
        if (take(match)) return;
        if (match.reason == NoUpdate::kNotAssociative) not_associative.push_back(id);
        if (match.reason == NoUpdate::kReadTwice) {
          read_twice(id, assign->value);
          return;
        }
      }
      assignments.push_back(id);
    }
    for_each_expr(node, [&](ExprId root) { add_reads(root); });
    for_each_block(node, [&](const Block& inner) { block(inner); });
  }
  bool take(const UpdateMatch& match) {
    if (match.update) updates.push_back(*match.update);
    return match.update.has_value();
  }
  // `s = s + f(s)`: the statement is the update, and its last read of the variable is one too many.
  void read_twice(StmtId id, ExprId value) {
    size_t before = reads.size();
    add_reads(value);
    assignments.push_back(id);
    if (reads.size() > before + 1) {
      reads.erase(reads.begin() + static_cast<ptrdiff_t>(before), reads.end() - 1);
      read_again = id;
    }
  }
  void add_reads(ExprId root) {
    walk_expr(function_, root, [&](ExprId id) {
      const LocalRef* ref = expr_if<LocalRef>(function_, id);
      if (ref && ref->local == variable_) reads.push_back(id);
    });
  }

  const Module& module_;
  const Function& function_;
  LocalId variable_;
};

bool has_floats(const TypeTable& types, TypeId type) {
  if (const MixedType* mixed = types.get<MixedType>(type)) {
    return std::any_of(mixed->kinds.begin(), mixed->kinds.end(), is_floating);
  }
  return types.is_scalar(type) && is_floating(types.kind(type));
}

bool adds_up(ReductionOp op) {
  switch (op) {
    case ReductionOp::kSum:
    case ReductionOp::kProduct:
    case ReductionOp::kBitAnd:
    case ReductionOp::kBitOr:
    case ReductionOp::kBitXor:
      return true;
    case ReductionOp::kMin:
    case ReductionOp::kMax:
    case ReductionOp::kAnd:
    case ReductionOp::kOr:
    case ReductionOp::kCombine:
      return false;
  }
  __builtin_unreachable();
}

}  // namespace

SourceRange assignment_span(const Function& function, StmtId id) {
  SourceRange span = function[id].range;
  const Assign* assign = stmt_if<Assign>(function, id);
  if (!assign) return span;
  SourceRange value = function[strip_coerce(function, assign->value)].range;
  if (!(value.file == span.file)) return span;
  return {span.file, std::min(span.begin, value.begin), std::max(span.end, value.end)};
}

bool compatible(const TypeTable& types, TypeId type, const Update& a, const Update& b) {
  if (a.op != b.op || a.extreme.companions != b.extreme.companions) return false;
  if (a.lazy != b.lazy) return false;
  if (a.op != ReductionOp::kMin && a.op != ReductionOp::kMax) return true;
  bool same = a.extreme.compare == b.extreme.compare && a.extreme.nan == b.extreme.nan;
  // Equal integers cannot be told apart, unless something comes with them.
  bool alike = a.extreme.companions.empty() && !has_floats(types, type);
  return same || alike;
}

ReductionResult find_reduction(const Module& module, const Function& function, const Loop& loop,
                               LocalId variable) {
  if (auto combined = find_combination(function, loop, variable)) return *combined;
  Collector found(module, function, variable);
  found.block(loop.body);
  ReductionResult result;
  auto fail = [&](ReductionProblem problem, SourceRange place, SourceRange other) {
    result.problem = problem;
    result.place = place;
    result.other = other;
    return result;
  };
  auto range = [&](StmtId id) { return assignment_span(function, id); };
  if (!found.not_associative.empty()) {
    SourceRange place = range(found.not_associative.front());
    return fail(ReductionProblem::kNotAssociative, place, place);
  }
  if (found.read_again.valid()) {
    return fail(ReductionProblem::kReadElsewhere, function[found.reads.back()].range,
                range(found.read_again));
  }
  if (found.updates.empty()) {
    SourceRange assignment =
        found.assignments.empty() ? loop.header : range(found.assignments.front());
    SourceRange read = found.reads.empty() ? assignment : function[found.reads.front()].range;
    return fail(ReductionProblem::kNoUpdate, read, assignment);
  }
  SourceRange first = range(found.updates.front().stmt);
  if (!found.reads.empty()) {
    return fail(ReductionProblem::kReadElsewhere, function[found.reads.front()].range, first);
  }
  if (!found.assignments.empty()) {
    return fail(ReductionProblem::kMixed, range(found.assignments.front()), first);
  }
  for (const Update& update : found.updates) {
    if (!compatible(module.types, function[variable].type, found.updates.front(), update)) {
      return fail(ReductionProblem::kMixed, range(update.stmt), first);
    }
  }
  const Update& front = found.updates.front();
  result.reduction.variable = variable;
  result.reduction.op = front.op;
  result.reduction.extreme = front.extreme;
  result.reduction.lazy = front.lazy;
  for (const Update& update : found.updates) result.reduction.updates.push_back(update.stmt);
  if (adds_up(front.op) && !find_total_kinds(module, function, result.reduction)) {
    return fail(ReductionProblem::kKindsVary, first, first);
  }
  return result;
}

}  // namespace parc::ir
