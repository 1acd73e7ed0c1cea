#include "ir/analysis/guards.h"

#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

// f(atom, holds) for the condition itself and what follows from it: both sides of an `and` that
// holds, both sides of an `or` that does not.
template <class F>
void for_each_atom(const Function& function, ExprId condition, bool holds, F&& f) {
  if (const Not* negation = expr_if<Not>(function, condition)) {
    for_each_atom(function, negation->operand, !holds, f);
    return;
  }
  f(condition, holds);
  const Logic* logic = expr_if<Logic>(function, condition);
  if (logic && logic->is_and == holds) {
    for_each_atom(function, logic->left, holds, f);
    for_each_atom(function, logic->right, holds, f);
  }
}

}  // namespace

void GuardedFacts::add(const Function& function, ExprId condition, bool holds,
                       const LocalSet& assigned) {
  while (const Not* negation = expr_if<Not>(function, condition)) {
    condition = negation->operand;
    holds = !holds;
  }
  facts_.push_back({condition, holds, assigned});
}

void GuardedFacts::apply(const Function& function, ExprId condition, bool holds,
                         LocalSet& assigned) const {
  if (facts_.empty()) return;
  for_each_atom(function, condition, holds, [&](ExprId atom, bool value) {
    for (const Fact& fact : facts_) {
      if (fact.holds == value && same_structure(function, fact.condition, atom)) {
        assigned.unite(fact.assigned);
      }
    }
  });
}

void GuardedFacts::forget_local(const Function& function, LocalId local) {
  std::erase_if(facts_,
                [&](const Fact& fact) { return count_reads(function, fact.condition, local) > 0; });
}

void GuardedFacts::forget_memory(const Function& function) {
  std::erase_if(facts_, [&](const Fact& fact) { return touches_memory(function, fact.condition); });
}

void GuardedFacts::keep_common(const GuardedFacts& other) {
  std::vector<Fact> common;
  for (Fact& fact : facts_) {
    for (const Fact& peer : other.facts_) {
      if (peer.condition != fact.condition || peer.holds != fact.holds) continue;
      fact.assigned.intersect(peer.assigned);
      common.push_back(fact);
      break;
    }
  }
  facts_ = std::move(common);
}

bool may_change(const Function& function, const Block& block, ExprId condition) {
  bool in_memory = touches_memory(function, condition);
  bool changes = false;
  walk_stmts(function, block, [&](StmtId id) {
    const StmtNode& node = function[id].node;
    if (const Assign* assign = std::get_if<Assign>(&node)) {
      changes = changes || count_reads(function, condition, assign->target) > 0;
    }
    changes = changes || (in_memory && (std::holds_alternative<Store>(node) ||
                                        std::holds_alternative<StoreView>(node) ||
                                        std::holds_alternative<ListSet>(node)));
  });
  if (!in_memory || changes) return changes;
  walk_exprs(function, block, [&](ExprId id) {
    changes = changes || std::holds_alternative<Call>(function[id].node);
  });
  return changes;
}

}  // namespace parc::ir
