// Conditions on what is known when a loop begins under which accesses of different iterations do
// not meet.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ir/analysis/entry_values.h"
#include "ir/analysis/isl_solver.h"
#include "ir/analysis/pair_conditions.h"

namespace parc::ir {

class ConditionSearch {
 public:
  ConditionSearch(const Function& function, LoopAccesses& accesses)
      : accesses_(accesses), values_(function, accesses), solver_(kMostCases) {}

  // Takes in two accesses that may meet; false when no condition helps. That the loop has a few
  // iterations only is no condition.
  bool add(const Access& a, const Access& b);
  // The first two that were taken in; null when there are none.
  const Access* first() const { return pairs_.empty() ? nullptr : pairs_.front().a; }
  const Access* second() const { return pairs_.empty() ? nullptr : pairs_.front().b; }
  // What keeps all of them apart, without making the loop shorter.
  std::optional<EntryCondition> condition();

 private:
  // For one loop; loops that people write need a few hundred.
  static constexpr int kMostCases = 2500;

  struct Pair {
    const Access* a;
    const Access* b;
  };
  bool add(const Pair& pair, const FormulaRef& meets);
  FormulaRef collisions_of(const Access& a, const Access& b);
  FormulaRef not_positive_factors(const Access& a, const Access& b);
  FormulaRef project(const PairConditions& names, const std::vector<FormulaRef>& conditions);
  FormulaRef without_short_loops(const FormulaRef& apart);
  bool leaves_room(const FormulaRef& apart);
  bool has_room(const Pair& pair, const FormulaRef& condition);
  bool reaches(const Pair& pair, const FormulaRef& condition, int64_t span);
  int64_t longest_span(const Pair& pair);

  LoopAccesses& accesses_;
  EntryValues values_;
  IslSolver solver_;
  std::vector<Pair> pairs_;
  std::vector<FormulaRef> collisions_;  // when they meet
  std::map<std::pair<const Access*, const Access*>, int64_t> spans_;
};

}  // namespace parc::ir
