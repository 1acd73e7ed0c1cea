// Updates that are ifs: extremes by comparison, and flags that are decided once.
#include <algorithm>

#include "ir/analysis/comparison.h"
#include "ir/analysis/local_set.h"
#include "ir/analysis/truth.h"
#include "ir/analysis/updates.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// The one operand of an `and` chain that reads the variable; none when several do.
ExprId test_in_conjunction(const Function& function, ExprId condition, LocalId variable) {
  const Logic* logic = expr_if<Logic>(function, condition);
  if (!logic || !logic->is_and) return condition;
  bool left = count_reads(function, logic->left, variable) > 0;
  bool right = count_reads(function, logic->right, variable) > 0;
  if (left == right) return {};
  return test_in_conjunction(function, left ? logic->left : logic->right, variable);
}

// Whether the condition, or an assignment of the branch before it is assigned there, reads what the
// branch assigns; the test of the extreme itself left aside.
bool reads_too_early(const Function& function, const If& branch, LocalId variable, LocalSet late) {
  bool early = false;
  late.for_each([&](LocalId local) {
    if (local != variable) early = early || count_reads(function, branch.condition, local) > 0;
  });
  for (StmtId id : branch.then_body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    for_each_read(function, assign->value,
                  [&](LocalId local) { early = early || late.contains(local); });
    late.erase(assign->target);
  }
  return early;
}

// Whether the block holds a jump to somewhere outside it.
class JumpFinder {
 public:
  explicit JumpFinder(const Function& function) : function_(function) {}

  bool leaves(const Block& body, bool in_loop) {
    bool found = false;
    for (StmtId id : body) {
      const StmtNode& node = function_[id].node;
      bool jump = std::holds_alternative<Break>(node) || std::holds_alternative<Continue>(node);
      found = found || (jump && !in_loop);
      if (const Labeled* labeled = std::get_if<Labeled>(&node)) {
        labels_.push_back(labeled->label);
      }
      const Leave* leave = std::get_if<Leave>(&node);
      bool inner =
          leave && std::find(labels_.begin(), labels_.end(), leave->label) != labels_.end();
      found = found || (leave && !inner);
      bool loop = std::holds_alternative<Loop>(node) || std::holds_alternative<While>(node);
      for_each_block(node,
                     [&](const Block& block) { found = leaves(block, in_loop || loop) || found; });
    }
    return found;
  }

 private:
  const Function& function_;
  std::vector<LabelId> labels_;
};

bool leaves(const Function& function, const Block& body) {
  return JumpFinder(function).leaves(body, false);
}

int mentions(const Function& function, const Block& body, LocalId local) {
  int count = 0;
  walk_stmts(function, body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (assign && assign->target == local) ++count;
    const Loop* loop = stmt_if<Loop>(function, id);
    if (loop && loop->index == local) ++count;
    for_each_expr(function[id].node,
                  [&](ExprId root) { count += count_reads(function, root, local); });
  });
  return count;
}

// Whether the block stores nothing, does not leave itself, calls nothing, and assigns, but for the
// variable, only locals that are mentioned nowhere else.
bool is_quiet(const Function& function, const Block& body, LocalId variable) {
  bool quiet = true;
  LocalSet assigned;
  walk_stmts(function, body, [&](StmtId id) {
    const StmtNode& node = function[id].node;
    quiet = quiet && !std::holds_alternative<Store>(node) &&
            !std::holds_alternative<StoreView>(node) && !std::holds_alternative<ListSet>(node) &&
            !std::holds_alternative<Return>(node);
    if (const Assign* assign = std::get_if<Assign>(&node)) assigned.insert(assign->target);
    if (const Loop* loop = std::get_if<Loop>(&node)) assigned.insert(loop->index);
  });
  walk_exprs(function, body,
             [&](ExprId id) { quiet = quiet && !std::holds_alternative<Call>(function[id].node); });
  assigned.for_each([&](LocalId local) {
    quiet = quiet && (local == variable ||
                      mentions(function, body, local) == mentions(function, function.body, local));
  });
  return quiet && !leaves(function, body);
}

// `if ok: …; ok = p` and `if not found: …; found = p`, with nothing else in the branch that anybody
// outside it could see.
UpdateMatch match_decided(const Function& function, StmtId stmt, const If& branch,
                          LocalId variable) {
  ExprId condition = branch.condition;
  const Not* negation = expr_if<Not>(function, condition);
  if (negation) condition = negation->operand;
  bool tests = is_read_of(function, strip_truth(function, condition), variable);
  if (!tests || !branch.else_body.empty() || branch.then_body.empty()) return {};
  const Assign* last = stmt_if<Assign>(function, branch.then_body.back());
  if (!last || last->target != variable || mentions(function, branch.then_body, variable) != 1 ||
      !is_quiet(function, branch.then_body, variable)) {
    return {};
  }
  ReductionOp op = negation ? ReductionOp::kOr : ReductionOp::kAnd;
  return {Update{stmt, op, {}, true}, NoUpdate::kUnrelated};
}

}  // namespace

UpdateMatch match_guarded(const Module& module, const Function& function, StmtId stmt,
                          LocalId variable) {
  const If* branch = stmt_if<If>(function, stmt);
  if (is_bool_type(module.types, function[variable].type)) {
    return match_decided(function, stmt, *branch, variable);
  }
  ExprId condition = test_in_conjunction(function, branch->condition, variable);
  std::optional<ExtremeTest> test;
  if (condition.valid())
    test = match_test(module, function, condition, Subject(function, variable), true);
  if (!test || !branch->else_body.empty()) return {};
  Extreme extreme{test->compare, test->nan, {}};
  bool replaces = false;
  LocalSet assigned;
  for (StmtId id : branch->then_body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || count_reads(function, assign->value, variable) > 0) return {};
    if (assign->target == variable) {
      ExprId value = strip_number(module, function, assign->value);
      if (replaces || !same_number(module, function, test->candidate, value)) return {};
      replaces = true;
    } else {
      if (!assigned.contains(assign->target)) extreme.companions.push_back(assign->target);
    }
    assigned.insert(assign->target);
  }
  if (!replaces || reads_too_early(function, *branch, variable, assigned)) return {};
  std::sort(extreme.companions.begin(), extreme.companions.end());
  ReductionOp op = is_maximum(test->compare) ? ReductionOp::kMax : ReductionOp::kMin;
  return {Update{stmt, op, std::move(extreme)}, NoUpdate::kUnrelated};
}

}  // namespace parc::ir
