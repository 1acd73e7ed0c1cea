#include "ir/analysis/wrapped_indices.h"

#include <algorithm>
#include <map>
#include <optional>

#include "ir/analysis/isl_solver.h"
#include "ir/analysis/pair_conditions.h"

namespace parc::ir {
namespace {

using Replacements = std::map<Var, Linear>;

std::optional<Linear> replaced(const Linear& form, const Replacements& values) {
  return substitute(form, [&](Var var) -> std::optional<Linear> {
    auto value = values.find(var);
    return value == values.end() ? Linear::of(var) : value->second;
  });
}

// Null when a number leaves 64 bits.
FormulaRef replaced(const FormulaRef& formula, const Replacements& values) {
  std::optional<Linear> form = replaced(formula->form, values);
  if (!form) return nullptr;
  Formula result{formula->kind, std::move(*form), {}, formula->range};
  for (const FormulaRef& part : formula->parts) {
    result.parts.push_back(replaced(part, values));
    if (!result.parts.back()) return nullptr;
  }
  return std::make_shared<const Formula>(std::move(result));
}

bool replace(std::vector<FormulaRef>& formulas, const Replacements& values) {
  for (FormulaRef& formula : formulas) {
    formula = replaced(formula, values);
    if (!formula) return false;
  }
  return true;
}

class Unwrapper {
 public:
  explicit Unwrapper(LoopAccesses& accesses) : accesses_(accesses) {}

  void run() {
    for (Access& access : accesses_.accesses) unwrap(access);
  }

 private:
  void unwrap(Access& access) {
    Replacements values;
    for (const Linear& subscript : access.subscripts) {
      for (const Term& term : subscript.terms) {
        const VarOrigin& origin = accesses_.forms[term.var].origin;
        const ResolvedIndex* resolved = std::get_if<ResolvedIndex>(&origin);
        if (resolved && is_not_negative(access, resolved->index)) {
          values.emplace(term.var, resolved->index);
        }
      }
    }
    if (values.empty()) return;
    Access simpler = access;
    for (Linear& subscript : simpler.subscripts) {
      std::optional<Linear> form = replaced(subscript, values);
      if (!form) return;
      subscript = std::move(*form);
    }
    if (replace(simpler.facts, values) && replace(simpler.bounds, values)) {
      access = std::move(simpler);
    }
  }

  bool is_not_negative(const Access& access, const Linear& index) {
    PairConditions conditions(accesses_);
    for (const FormulaRef& fact : access.facts) conditions.add(fact, 0);
    FormulaRef negative = less(conditions.rename(index, 0), Linear{});
    std::vector<FormulaRef> all = conditions.all();
    all.push_back(negative);
    return solver_.solve(conditions.unknowns(), all, false).solution == Solution::kNone;
  }

  LoopAccesses& accesses_;
  IslSolver solver_;
};

}  // namespace

void unwrap_indices(LoopAccesses& accesses) { Unwrapper(accesses).run(); }

}  // namespace parc::ir
