#include "ir/analysis/assigned_first.h"

#include "ir/analysis/guards.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// What is known at one point of the body.
struct State {
  bool reachable = true;
  LocalSet assigned;     // in this iteration, on every path to here
  LocalSet alike;        // of those, by a loop that may run in no iteration at all
  GuardedFacts guarded;  // assigned when a condition holds
};

State unreachable() {
  State state;
  state.reachable = false;
  return state;
}

State join(const State& a, const State& b) {
  if (!a.reachable) return b;
  if (!b.reachable) return a;
  State result = a;
  result.assigned.intersect(b.assigned);
  result.alike.unite(b.alike);
  result.guarded.keep_common(b.guarded);
  return result;
}

class Walker {
 public:
  Walker(const Function& function, const Loop& loop, const Ranges& ranges, AssignedFirst& result)
      : function_(function),
        ranges_(ranges),
        result_(result),
        body_(loop.body),
        changing_(assigned_locals(function, loop.body)) {
    changing_.insert(loop.index);
    state_.assigned.insert(loop.index);
  }

  void block(const Block& body) {
    for (StmtId id : body) {
      if (!state_.reachable) return;
      stmt_ = id;
      std::visit(*this, function_[id].node);
    }
  }

  void operator()(const Assign& node) {
    reads(node.value);
    state_.assigned.insert(node.target);
    state_.alike.erase(node.target);
    state_.guarded.forget_local(function_, node.target);
  }
  void operator()(const If& node) {
    reads(node.condition);
    State before = state_;
    assume(node.condition, true);
    block(node.then_body);
    State then_state = std::exchange(state_, before);
    assume(node.condition, false);
    block(node.else_body);
    State else_state = std::exchange(state_, join(then_state, state_));
    if (!then_state.reachable || !else_state.reachable) return;
    // Where the condition holds afterwards, it held before, unless the other branch has changed it.
    if (!may_change(function_, node.else_body, node.condition)) {
      state_.guarded.add(function_, node.condition, true, then_state.assigned);
    }
    if (!may_change(function_, node.then_body, node.condition)) {
      state_.guarded.add(function_, node.condition, false, else_state.assigned);
    }
  }
  void operator()(const While& node) {
    std::optional<int64_t> forever = constant_int(function_, node.condition);
    forget(node.body);
    reads(node.condition);
    State before = state_;
    State at_break = run_body(node.body);
    // The condition is read again after each round; more is assigned then, so nothing new shows.
    state_ = forever == 1 ? unreachable() : before;
    block(node.orelse);
    state_ = join(state_, at_break);
  }
  void operator()(const Loop& node) {
    reads(node.trip);
    forget(node.body);
    State before = state_;
    state_.assigned.insert(node.index);
    State at_break = run_body(node.body);
    if (ranges_.range_of(node.trip).lo < 1) {
      if (state_.reachable && is_same_in_all_iterations(node.trip, 0)) {
        keep_alike(node.trip, before);
      } else {
        state_ = join(before, state_);
      }
    }
    block(node.orelse);
    state_ = join(state_, at_break);
  }
  void operator()(const Break&) { leave(breaks_); }
  void operator()(const Continue&) { leave(continues_); }
  void operator()(const Return& node) {
    reads(node.value);
    state_ = unreachable();
  }
  void operator()(const Raise& node) {
    for_each_expr(node, [&](ExprId id) { reads(id); });
    state_ = unreachable();
  }
  void operator()(const CheckBound& node) { read(node.flag, {}); }
  void operator()(const Labeled& node) {
    labels_[node.label] = unreachable();
    block(node.body);
    state_ = join(state_, labels_[node.label]);
  }
  void operator()(const Leave& node) { leave(labels_[node.label]); }
  void operator()(const Evaluate& node) { effectful(node); }
  void operator()(const Store& node) { effectful(node); }
  void operator()(const StoreView& node) { effectful(node); }
  void operator()(const ListSet& node) { effectful(node); }

 private:
  template <class Node>
  void effectful(const Node& node) {
    for_each_expr(node, [&](ExprId id) { reads(id); });
    if constexpr (!std::is_same_v<Node, Evaluate>) state_.guarded.forget_memory(function_);
  }

  void leave(State& target) {
    target = join(target, state_);
    state_ = unreachable();
  }

  // Runs a loop body once from the state at hand, which becomes that after one full round; the
  // result is the state at its breaks.
  State run_body(const Block& body) {
    State outer_breaks = std::exchange(breaks_, unreachable());
    State outer_continues = std::exchange(continues_, unreachable());
    block(body);
    state_ = join(state_, continues_);
    continues_ = outer_continues;
    return std::exchange(breaks_, outer_breaks);
  }

  // After an inner loop that runs in all iterations or in none: what only such loops assign counts
  // as assigned; when they never run, reads see the value from before the par loop.
  void keep_alike(ExprId trip, const State& before) {
    LocalSet added = state_.assigned;
    before.assigned.for_each([&](LocalId local) { added.erase(local); });
    LocalSet elsewhere(function_.locals.size());
    assigned_outside(body_, trip, elsewhere);
    added.for_each([&](LocalId local) {
      if (elsewhere.contains(local)) {
        state_.assigned.erase(local);
      } else {
        state_.alike.insert(local);
      }
    });
    state_.guarded.keep_common(before.guarded);
  }
  // Locals assigned in the block, but for loops with this trip count.
  void assigned_outside(const Block& body, ExprId trip, LocalSet& assigned) const {
    for (StmtId id : body) {
      const StmtNode& node = function_[id].node;
      if (const Assign* assign = std::get_if<Assign>(&node)) assigned.insert(assign->target);
      const Loop* loop = std::get_if<Loop>(&node);
      if (loop && same_structure(function_, loop->trip, trip)) continue;
      for_each_block(node, [&](const Block& inner) { assigned_outside(inner, trip, assigned); });
    }
  }

  // Conditions that read what a loop body changes say nothing from its second round on.
  void forget(const Block& body) {
    assigned_locals(function_, body).for_each([&](LocalId local) {
      state_.guarded.forget_local(function_, local);
    });
    state_.guarded.forget_memory(function_);
  }

  void assume(ExprId condition, bool holds) {
    state_.guarded.apply(function_, condition, holds, state_.assigned);
  }

  void reads(ExprId id) {
    const ExprNode& node = function_[id].node;
    if (const LocalRef* ref = std::get_if<LocalRef>(&node)) {
      read(ref->local, id);
    } else if (const Select* select = std::get_if<Select>(&node)) {
      reads(select->condition);
      reads_assuming(select->condition, true, select->then_value);
      reads_assuming(select->condition, false, select->else_value);
    } else if (const Logic* logic = std::get_if<Logic>(&node)) {
      reads(logic->left);
      reads_assuming(logic->left, logic->is_and, logic->right);
    } else {
      for_each_operand(node, [&](ExprId operand) { reads(operand); });
      if (std::holds_alternative<Call>(node)) state_.guarded.forget_memory(function_);
    }
  }
  void reads_assuming(ExprId condition, bool holds, ExprId value) {
    LocalSet assigned = state_.assigned;
    assume(condition, holds);
    reads(value);
    state_.assigned = assigned;
  }
  void read(LocalId local, ExprId expr) {
    if (!changing_.contains(local)) return;
    if (state_.assigned.contains(local)) {
      if (state_.alike.contains(local)) result_.copy_in.insert(local);
      return;
    }
    result_.exposed[local].push_back({stmt_, expr});
  }

  // Whether the value is the same in every iteration: made of locals that the body never assigns,
  // or assigns once from such values.
  bool is_same_in_all_iterations(ExprId value, int depth) const {
    if (depth > 8 || touches_memory(function_, value)) return false;
    bool same = true;
    for_each_read(function_, value, [&](LocalId local) {
      if (!same || !changing_.contains(local)) return;
      ExprId definition = only_assignment(local);
      same = definition.valid() && is_same_in_all_iterations(definition, depth + 1);
    });
    return same;
  }
  ExprId only_assignment(LocalId local) const {
    ExprId found;
    int count = 0;
    walk_stmts(function_, function_.body, [&](StmtId id) {
      const Assign* assign = stmt_if<Assign>(function_, id);
      if (assign && assign->target == local) found = assign->value, ++count;
      const Loop* loop = stmt_if<Loop>(function_, id);
      if (loop && loop->index == local) ++count;
    });
    return count == 1 ? found : ExprId{};
  }

  const Function& function_;
  const Ranges& ranges_;
  AssignedFirst& result_;
  const Block& body_;
  LocalSet changing_;
  State state_;
  State breaks_ = unreachable(), continues_ = unreachable();
  std::map<LabelId, State> labels_;
  StmtId stmt_;
};

}  // namespace

LocalSet assigned_locals(const Function& function, const Block& block) {
  LocalSet assigned(function.locals.size());
  walk_stmts(function, block, [&](StmtId id) {
    if (const Assign* assign = stmt_if<Assign>(function, id)) assigned.insert(assign->target);
    if (const Loop* loop = stmt_if<Loop>(function, id)) assigned.insert(loop->index);
  });
  return assigned;
}

AssignedFirst assigned_first(const Function& function, StmtId loop, const Ranges& ranges) {
  AssignedFirst result;
  const Loop& node = std::get<Loop>(function[loop].node);
  Walker(function, node, ranges, result).block(node.body);
  return result;
}

}  // namespace parc::ir
