// Value ranges of integer expressions, for the proof of independence: one interval per local (the
// join of everything assigned to it, whatever the path), and the interval of any expression from
// those.
//
// What is known from the start: loop indices run from 0 below their trip count; a target
// `start + index * step` of `range(start, stop, step)` lies between start and stop; shapes and list
// lengths are at most kLongestAxis, which the border checks; narrow NumPy kinds have their limits.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "ir/analysis/interval.h"
#include "ir/module.h"

namespace parc::ir {

// All values of a kind; for kinds that are no integers or bools, all of int64 (and meaningless).
Interval kind_range(Kind kind);

class Ranges {
 public:
  Ranges(const Module& module, const Function& function);

  // Holds every value that the integer (or bool) expression takes when it is reached and does not
  // raise; empty when it is never reached. Expressions of other types give all of int64.
  Interval range_of(ExprId expr) const;
  Interval range_of(LocalId local) const { return locals_[local.value]; }

 private:
  // `value` is a target of the range() whose length is `length`.
  struct Target {
    ExprId value;
    RangeLength length;
  };

  void find_targets();
  void add_targets(const Loop& loop, const RangeLength& length);
  void solve();
  Interval evaluate(ExprId expr) const;
  Interval evaluate_target(const Target& target) const;
  Interval unclipped(ExprId operation) const;
  Interval full(TypeId type) const;

  const Module& module_;
  const Function& function_;
  std::vector<Interval> locals_;
  std::map<ExprId, Target> targets_;
  mutable std::vector<std::optional<Interval>> memo_;
  bool solved_ = false;
};

}  // namespace parc::ir
