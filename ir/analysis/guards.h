// Facts of the form "when this condition holds, these locals are assigned".
#pragma once

#include <vector>

#include "ir/analysis/local_set.h"
#include "ir/module.h"

namespace parc::ir {

class GuardedFacts {
 public:
  void add(const Function& function, ExprId condition, bool holds, const LocalSet& assigned);
  // The condition is known to hold (or not): adds to `assigned` what follows from the facts.
  void apply(const Function& function, ExprId condition, bool holds, LocalSet& assigned) const;
  // Drops facts whose condition reads the local, or any element.
  void forget_local(const Function& function, LocalId local);
  void forget_memory(const Function& function);
  // Keeps what both sides know.
  void keep_common(const GuardedFacts& other);

 private:
  struct Fact {
    ExprId condition;
    bool holds;
    LocalSet assigned;
  };
  std::vector<Fact> facts_;
};

// Whether running the block may change the value of the condition.
bool may_change(const Function& function, const Block& block, ExprId condition);

}  // namespace parc::ir
