#include "ir/analysis/isl_solver.h"

#include <isl/aff.h>
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
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace parc::ir {
namespace {

// Bounds the work on one question: isl's own operations, and the cases that disjunctions make.
constexpr unsigned long kOperations = 400000;
// An operation of a projection may be slow: its numbers have thousands of digits in bad cases.
constexpr unsigned long kProjectionOperations = 60000;
constexpr int kCases = 4000;
constexpr int kProjectedCases = 400;

struct FreeBasicSet {
  void operator()(isl_basic_set* set) const { isl_basic_set_free(set); }
};
using BasicSet = std::unique_ptr<isl_basic_set, FreeBasicSet>;
struct FreeSet {
  void operator()(isl_set* set) const { isl_set_free(set); }
};
using Set = std::unique_ptr<isl_set, FreeSet>;
struct FreePoint {
  void operator()(isl_point* point) const { isl_point_free(point); }
};

BasicSet copy_of(const BasicSet& set) { return BasicSet(isl_basic_set_copy(set.get())); }

// Takes it; nothing when it does not fit 64 bits.
std::optional<int64_t> take_number(isl_val* value) {
  std::optional<int64_t> number;
  bool fits = value && isl_val_is_int(value) == isl_bool_true &&
              isl_val_cmp_si(value, INT64_MAX) <= 0 && isl_val_cmp_si(value, INT64_MIN) >= 0;
  if (fits) number = isl_val_get_num_si(value);
  isl_val_free(value);
  return number;
}

// A search over the cases of the disjunctions, each a basic set that is not empty. `at_case` is
// called for each until it finds what it wants (kSome).
class Search {
 public:
  using AtCase = std::function<Solution(const BasicSet&)>;
  Search(isl_ctx* context, size_t unknowns, int most_cases, AtCase at_case)
      : context_(context),
        unknowns_(unknowns),
        cases_left_(most_cases),
        at_case_(std::move(at_case)) {}

  int cases_left() const { return cases_left_; }

  Solution run(const std::vector<FormulaRef>& conditions) {
    BasicSet all = universe();
    std::vector<const Formula*> choices;
    if (!add_all(all, conditions, choices)) return Solution::kNone;
    // Taken from the back: those with few cases first.
    std::sort(choices.begin(), choices.end(),
              [](const Formula* a, const Formula* b) { return a->parts.size() > b->parts.size(); });
    return explore(std::move(all), choices);
  }

  // What of the conditions is no disjunction.
  BasicSet plain_part(const std::vector<FormulaRef>& conditions) {
    BasicSet all = universe();
    std::vector<const Formula*> choices;
    if (!add_all(all, conditions, choices)) return universe();
    return all;
  }

 private:
  BasicSet universe() const {
    isl_space* space = isl_space_set_alloc(context_, 0, static_cast<unsigned>(unknowns_));
    return BasicSet(isl_basic_set_universe(space));
  }
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
    if (--cases_left_ < 0) return Solution::kUnknown;
    isl_bool empty = isl_basic_set_is_empty(set.get());
    if (empty == isl_bool_true) return Solution::kNone;
    if (empty == isl_bool_error) return Solution::kUnknown;
    if (choices.empty()) return at_case_(set);
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
      if (cases_left_ < 0) return Solution::kUnknown;
    }
    return found;
  }

  isl_ctx* context_;
  size_t unknowns_;
  int cases_left_;
  AtCase at_case_;
};

// A point of the set; none when a coordinate does not fit 64 bits.
std::optional<std::vector<int64_t>> sample(const BasicSet& set, size_t unknowns) {
  std::unique_ptr<isl_point, FreePoint> point(
      isl_basic_set_sample_point(isl_basic_set_copy(set.get())));
  if (!point || isl_point_is_void(point.get()) != isl_bool_false) return {};
  std::vector<int64_t> values;
  for (size_t at = 0; at < unknowns; ++at) {
    std::optional<int64_t> value =
        take_number(isl_point_get_coordinate_val(point.get(), isl_dim_set, static_cast<int>(at)));
    if (!value) return {};
    values.push_back(*value);
  }
  return values;
}

// The union of the cases, projected.
class Shadow {
 public:
  explicit Shadow(const std::vector<bool>& kept) : kept_(kept) {}

  bool add(const BasicSet& set) {
    isl_set* seen = isl_set_from_basic_set(project(set));
    sum_.reset(sum_ ? isl_set_coalesce(isl_set_union(sum_.release(), seen)) : seen);
    return sum_ != nullptr;
  }
  // As formulas; what holds in `given` is left out.
  Projection finish(const BasicSet& given) {
    Projection result;
    std::vector<FormulaRef> cases;
    if (sum_) {
      isl_basic_set* context = project(given);
      sum_.reset(isl_set_gist_basic_set(isl_set_compute_divs(sum_.release()), context));
      sum_.reset(isl_set_coalesce(isl_set_compute_divs(sum_.release())));
      isl_basic_set_list* list = isl_set_get_basic_set_list(sum_.get());
      isl_size count = isl_basic_set_list_n_basic_set(list);
      bool fine = count >= 0;
      for (int at = 0; at < count && fine; ++at) {
        BasicSet part(isl_basic_set_list_get_basic_set(list, at));
        fine = read(part, result, cases);
      }
      isl_basic_set_list_free(list);
      if (!fine) return {};
    }
    result.values = any_of(std::move(cases));
    result.is_known = true;
    return result;
  }

 private:
  isl_basic_set* project(const BasicSet& set) const {
    isl_basic_set* result = isl_basic_set_copy(set.get());
    for (size_t at = kept_.size(); at-- > 0;) {
      if (kept_[at]) continue;
      size_t first = at;
      while (first > 0 && !kept_[first - 1]) --first;
      result = isl_basic_set_project_out(result, isl_dim_set, static_cast<unsigned>(first),
                                         static_cast<unsigned>(at - first + 1));
      at = first;
    }
    return result;
  }

  // The numbers of a conjunction's coordinates: kept unknowns, then its quotients.
  struct Names {
    std::vector<Var> kept, quotients;
  };

  bool read(const BasicSet& set, Projection& result, std::vector<FormulaRef>& cases) {
    Names names;
    for (size_t at = 0; at < kept_.size(); ++at) {
      if (kept_[at]) names.kept.push_back(Var{static_cast<uint32_t>(at)});
    }
    isl_size divisions = isl_basic_set_dim(set.get(), isl_dim_div);
    for (int at = 0; at < divisions; ++at) {
      if (!read_quotient(isl_basic_set_get_div(set.get(), at), names, result)) return false;
    }
    std::vector<FormulaRef> parts;
    isl_constraint_list* list = isl_basic_set_get_constraint_list(set.get());
    isl_size count = isl_constraint_list_n_constraint(list);
    bool fine = divisions >= 0 && count >= 0;
    for (int at = 0; at < count && fine; ++at) {
      fine = read_constraint(isl_constraint_list_get_constraint(list, at), names, parts);
    }
    isl_constraint_list_free(list);
    cases.push_back(all_of(std::move(parts)));
    return fine;
  }

  bool read_quotient(isl_aff* quotient, Names& names, Projection& result) const {
    if (!quotient) return false;
    isl_val* denominator = isl_aff_get_denominator_val(quotient);
    auto whole = [&](isl_val* value) {
      return take_number(isl_val_mul(value, isl_val_copy(denominator)));
    };
    Quotient made;
    std::optional<int64_t> constant = whole(isl_aff_get_constant_val(quotient));
    bool fine = constant.has_value();
    if (fine) made.dividend.constant = *constant;
    auto add_terms = [&](isl_dim_type type, const std::vector<Var>& vars) {
      for (size_t at = 0; at < vars.size() && fine; ++at) {
        std::optional<int64_t> factor =
            whole(isl_aff_get_coefficient_val(quotient, type, static_cast<int>(at)));
        fine = factor.has_value();
        if (fine && *factor != 0) made.dividend.terms.push_back({vars[at], *factor});
      }
    };
    add_terms(isl_dim_in, names.kept);
    add_terms(isl_dim_div, names.quotients);
    std::optional<int64_t> divisor = take_number(denominator);
    isl_aff_free(quotient);
    if (!fine || !divisor || *divisor < 2) return false;
    made.divisor = *divisor;
    names.quotients.push_back(Var{static_cast<uint32_t>(kept_.size() + result.quotients.size())});
    result.quotients.push_back(std::move(made));
    return true;
  }

  // What only says that a quotient is one is left out.
  static bool read_constraint(isl_constraint* constraint, const Names& names,
                              std::vector<FormulaRef>& parts) {
    Linear form;
    std::optional<int64_t> constant = take_number(isl_constraint_get_constant_val(constraint));
    bool fine = constant.has_value();
    if (fine) form.constant = *constant;
    auto add_terms = [&](isl_dim_type type, const std::vector<Var>& vars) {
      for (size_t at = 0; at < vars.size() && fine; ++at) {
        std::optional<int64_t> factor =
            take_number(isl_constraint_get_coefficient_val(constraint, type, static_cast<int>(at)));
        fine = factor.has_value();
        if (fine && *factor != 0) form.terms.push_back({vars[at], *factor});
      }
    };
    add_terms(isl_dim_set, names.kept);
    add_terms(isl_dim_div, names.quotients);
    bool defines = isl_constraint_is_div_constraint(constraint) == isl_bool_true;
    bool is_equality = isl_constraint_is_equality(constraint) == isl_bool_true;
    isl_constraint_free(constraint);
    if (defines || !fine) return fine;
    parts.push_back(is_equality ? equal(form, Linear{}) : at_least(form, Linear{}));
    return true;
  }

  const std::vector<bool>& kept_;
  Set sum_;
};

}  // namespace

struct IslSolver::Context {
  isl_ctx* isl;
};

IslSolver::IslSolver(int most_cases)
    : context_(new Context{isl_ctx_alloc()}), cases_left_(most_cases) {
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
  SolverAnswer answer;
  int most_cases = std::min(kCases, cases_left_);
  Search search(context_->isl, unknowns, most_cases, [&](const BasicSet& set) {
    if (!want_point) return Solution::kSome;
    std::optional<std::vector<int64_t>> point = sample(set, unknowns);
    if (!point) return Solution::kUnknown;
    answer.point = std::move(*point);
    return Solution::kSome;
  });
  answer.solution = search.run(conditions);
  cases_left_ -= most_cases - search.cases_left();
  isl_ctx_reset_error(context_->isl);
  return answer;
}

Projection IslSolver::project(const std::vector<bool>& kept,
                              const std::vector<FormulaRef>& conditions,
                              const std::vector<FormulaRef>& given) {
  isl_ctx_reset_operations(context_->isl);
  isl_ctx_set_max_operations(context_->isl, kProjectionOperations);
  Projection result;
  {
    Shadow shadow(kept);
    int most_cases = std::min(kProjectedCases, cases_left_);
    Search search(context_->isl, kept.size(), most_cases, [&](const BasicSet& set) {
      return shadow.add(set) ? Solution::kNone : Solution::kUnknown;
    });
    BasicSet known = search.plain_part(given);
    if (search.run(conditions) == Solution::kNone) result = shadow.finish(known);
    cases_left_ -= most_cases - search.cases_left();
  }
  isl_ctx_reset_error(context_->isl);
  return result;
}

std::string isl_version_text() {
  std::string text = isl_version();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace parc::ir
