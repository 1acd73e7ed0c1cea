#include "ir/analysis/isl_solver.h"

#include <isl/constraint.h>
#include <isl/ctx.h>
#include <isl/local_space.h>
#include <isl/options.h>
#include <isl/point.h>
#include <isl/set.h>
#include <isl/space.h>
#include <isl/val.h>
#include <isl/version.h>

#include <algorithm>
#include <memory>

namespace parc::ir {
namespace {

// Bounds the work on one question: isl's own operations, and the cases that disjunctions make.
constexpr unsigned long kOperations = 400000;
constexpr int kCases = 4000;

struct FreeBasicSet {
  void operator()(isl_basic_set* set) const { isl_basic_set_free(set); }
};
using BasicSet = std::unique_ptr<isl_basic_set, FreeBasicSet>;
struct FreePoint {
  void operator()(isl_point* point) const { isl_point_free(point); }
};

BasicSet copy_of(const BasicSet& set) { return BasicSet(isl_basic_set_copy(set.get())); }

// One question: a search over the cases of the disjunctions, each a basic set.
class Search {
 public:
  Search(isl_ctx* context, size_t unknowns, bool want_point)
      : context_(context), unknowns_(unknowns), want_point_(want_point) {}

  SolverAnswer run(const std::vector<FormulaRef>& conditions) {
    isl_space* space = isl_space_set_alloc(context_, 0, static_cast<unsigned>(unknowns_));
    BasicSet all(isl_basic_set_universe(space));
    std::vector<const Formula*> choices;
    if (!add_all(all, conditions, choices)) return {Solution::kNone, {}};
    // Taken from the back: those with few cases first.
    std::sort(choices.begin(), choices.end(),
              [](const Formula* a, const Formula* b) { return a->parts.size() > b->parts.size(); });
    Solution solution = explore(std::move(all), choices);
    return {solution, std::move(point_)};
  }

 private:
  bool add_all(BasicSet& set, const std::vector<FormulaRef>& conditions,
               std::vector<const Formula*>& choices) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const FormulaRef& condition) { return add(set, *condition, choices); });
  }
  // False: the condition cannot hold.
  bool add(BasicSet& set, const Formula& formula, std::vector<const Formula*>& choices) {
    switch (formula.kind) {
      case FormulaKind::kTrue:
      case FormulaKind::kUnknown:
        return true;
      case FormulaKind::kFalse:
        return false;
      case FormulaKind::kEqual:
      case FormulaKind::kAtLeast:
        add_constraint(set, formula);
        return true;
      case FormulaKind::kAnd:
        return add_all(set, formula.parts, choices);
      case FormulaKind::kOr:
        choices.push_back(&formula);
        return true;
    }
    return true;
  }
  void add_constraint(BasicSet& set, const Formula& formula) {
    isl_local_space* space = isl_local_space_from_space(isl_basic_set_get_space(set.get()));
    isl_constraint* constraint = formula.kind == FormulaKind::kEqual
                                     ? isl_constraint_alloc_equality(space)
                                     : isl_constraint_alloc_inequality(space);
    constraint = isl_constraint_set_constant_val(
        constraint, isl_val_int_from_si(context_, formula.form.constant));
    for (const Term& term : formula.form.terms) {
      constraint = isl_constraint_set_coefficient_val(constraint, isl_dim_set,
                                                      static_cast<int>(term.var.value),
                                                      isl_val_int_from_si(context_, term.factor));
    }
    set.reset(isl_basic_set_add_constraint(set.release(), constraint));
  }

  Solution explore(BasicSet set, std::vector<const Formula*> choices) {
    if (++cases_ > kCases) return Solution::kUnknown;
    isl_bool empty = isl_basic_set_is_empty(set.get());
    if (empty == isl_bool_true) return Solution::kNone;
    if (empty == isl_bool_error) return Solution::kUnknown;
    if (choices.empty()) return finish(set);
    const Formula* choice = choices.back();
    choices.pop_back();
    Solution found = Solution::kNone;
    for (const FormulaRef& part : choice->parts) {
      BasicSet narrowed = copy_of(set);
      std::vector<const Formula*> rest = choices;
      if (!add(narrowed, *part, rest)) continue;
      Solution here = explore(std::move(narrowed), std::move(rest));
      if (here == Solution::kSome) return here;
      if (here == Solution::kUnknown) found = here;
      if (cases_ > kCases) return Solution::kUnknown;
    }
    return found;
  }

  Solution finish(const BasicSet& set) {
    if (!want_point_) return Solution::kSome;
    std::unique_ptr<isl_point, FreePoint> point(
        isl_basic_set_sample_point(isl_basic_set_copy(set.get())));
    if (!point || isl_point_is_void(point.get()) != isl_bool_false) return Solution::kUnknown;
    std::vector<int64_t> values;
    for (size_t at = 0; at < unknowns_; ++at) {
      isl_val* value = isl_point_get_coordinate_val(point.get(), isl_dim_set, static_cast<int>(at));
      bool fits =
          value && isl_val_cmp_si(value, INT64_MAX) <= 0 && isl_val_cmp_si(value, INT64_MIN) >= 0;
      if (fits) values.push_back(isl_val_get_num_si(value));
      isl_val_free(value);
      if (!fits) return Solution::kUnknown;
    }
    point_ = std::move(values);
    return Solution::kSome;
  }

  isl_ctx* context_;
  size_t unknowns_;
  bool want_point_;
  int cases_ = 0;
  std::vector<int64_t> point_;
};

}  // namespace

struct IslSolver::Context {
  isl_ctx* isl;
};

IslSolver::IslSolver() : context_(new Context{isl_ctx_alloc()}) {
  isl_options_set_on_error(context_->isl, ISL_ON_ERROR_CONTINUE);
}

IslSolver::~IslSolver() {
  isl_ctx_free(context_->isl);
  delete context_;
}

SolverAnswer IslSolver::solve(size_t unknowns, const std::vector<FormulaRef>& conditions,
                              bool want_point) {
  isl_ctx_reset_operations(context_->isl);
  isl_ctx_set_max_operations(context_->isl, kOperations);
  SolverAnswer answer = Search(context_->isl, unknowns, want_point).run(conditions);
  isl_ctx_reset_error(context_->isl);
  return answer;
}

std::string isl_version_text() {
  std::string text = isl_version();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace parc::ir
