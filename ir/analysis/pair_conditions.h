// What has to hold for two accesses in two iterations of a loop, over unknowns numbered from 0:
// what varies between iterations has a number of its own for each of the two.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ir/analysis/accesses.h"
#include "ir/analysis/products.h"

namespace parc::ir {

class PairConditions {
 public:
  // Begins with what is known before the loop and that both are iterations of it.
  explicit PairConditions(const LoopAccesses& accesses);

  // `a` happens in the first iteration and `b` in the second, at the same element.
  void add_meeting(const Access& a, const Access& b);
  // The accesses happen, if guards that are known before the loop let them.
  void add_bounds(const Access& a, const Access& b);
  // A formula in terms of one of the two iterations (0 or 1).
  void add(const FormulaRef& formula, int copy) { conditions_.push_back(rename(formula, copy)); }

  Linear first() { return rename(Linear::of(accesses_.index), 0); }
  Linear second() { return rename(Linear::of(accesses_.index), 1); }
  Linear rename(const Linear& form, int copy);

  const std::vector<FormulaRef>& all() const { return conditions_; }
  // Those of them that hold whenever the loop is run.
  const std::vector<FormulaRef>& known_before() const { return known_before_; }
  size_t unknowns() const { return vars_.size(); }
  // What a number stands for, and in which iteration.
  std::pair<Var, int> meaning(Var number) const { return vars_[number.value]; }

  // Conditions that keep indices and inputs small: a witness that is easy to read.
  std::vector<FormulaRef> small(int64_t least, int64_t most) const;
  // Products are only described by bounds. Whether a point has their true values, and conditions
  // under which every point has: the factors that do not vary are `factor`.
  bool has_products() const { return !products_.empty(); }
  bool is_true_point(const std::vector<int64_t>& point) const;
  std::vector<FormulaRef> with_factor(int64_t factor);

 private:
  FormulaRef rename(const FormulaRef& formula, int copy);
  void add_shapes(RootId a, RootId b);
  Var number(Var var, int copy);
  void relate_products(Var var, int copy);
  void relate_products(Var x, const Multiple& a, const Multiple& b);

  const LoopAccesses& accesses_;
  std::map<std::pair<Var, int>, Var> numbers_;
  std::vector<std::pair<Var, int>> vars_;      // by number
  std::vector<std::pair<Var, int>> products_;  // those of vars_ that are products
  std::vector<FormulaRef> conditions_, known_before_;
};

}  // namespace parc::ir
