// What a function does to the arrays and lists it is given: a summary per function, and where the
// memory behind an array or list value comes from.
#pragma once

#include <vector>

#include "ir/analysis/local_set.h"
#include "ir/module.h"

namespace parc::ir {

struct FunctionEffects {
  // One per parameter: whether elements that the argument reaches are read or written, also through
  // views and by functions that this one calls.
  std::vector<bool> reads, writes;
  // Whether the result may share memory with the argument.
  std::vector<bool> result_shares;
  bool may_raise = false;

  friend bool operator==(const FunctionEffects&, const FunctionEffects&) = default;
};

// The summaries of all functions of a module; recursion is solved by iteration.
class Effects {
 public:
  explicit Effects(const Module& module);
  const FunctionEffects& operator[](FunctionId id) const { return functions_[id.value]; }

 private:
  std::vector<FunctionEffects> functions_;
};

// For every local of one function that holds arrays or lists: the locals that own the memory it may
// reach. A parameter owns what it was given; a local owns an array that is made for it.
class Origins {
 public:
  Origins(const Function& function, const Effects& effects);

  const LocalSet& of(LocalId local) const { return origins_[local.value]; }
  // Owners behind the value of an expression; empty for a scalar or an array made right there.
  LocalSet of(const Function& function, ExprId expr) const;

 private:
  friend class EffectsBuilder;
  template <class Lookup>
  Origins(const Function& function, Lookup lookup);
  bool is_fresh(const Function& function, ExprId expr) const;

  std::vector<LocalSet> origins_;
  std::vector<std::vector<bool>> result_shares_;  // by callee; empty: not called
};

// Whether evaluating the expression (or running the block) may end in an exception.
bool may_raise(const Function& function, const Effects& effects, ExprId expr);
bool may_raise(const Function& function, const Effects& effects, const Block& block);

}  // namespace parc::ir
