#include "ir/analysis/condition_search.h"

#include <algorithm>
#include <set>

namespace parc::ir {
namespace {

// Iterations so far apart stand for "any number of iterations".
constexpr int64_t kFar = int64_t{1} << 24;
constexpr size_t kMostConstraints = 60;

size_t count_constraints(const FormulaRef& formula) {
  size_t count = formula->parts.empty() ? 1 : 0;
  for (const FormulaRef& part : formula->parts) count += count_constraints(part);
  return count;
}

FormulaRef all_positive(const std::set<Var>& unknowns) {
  std::vector<FormulaRef> parts;
  for (Var unknown : unknowns) parts.push_back(less(Linear{}, Linear::of(unknown)));
  return all_of(std::move(parts));
}

// What a projection says, in terms of the loop's own unknowns.
class Translation {
 public:
  Translation(Forms& forms, const PairConditions& names, const Projection& projection)
      : forms_(forms), names_(names), projection_(projection) {}

  // Null when a number leaves 64 bits.
  FormulaRef formula(const FormulaRef& of) {
    std::optional<Linear> translated = form(of->form);
    if (!translated) return nullptr;
    if (of->kind == FormulaKind::kEqual) return equal(*translated, Linear{});
    if (of->kind == FormulaKind::kAtLeast) return at_least(*translated, Linear{});
    std::vector<FormulaRef> parts;
    for (const FormulaRef& part : of->parts) {
      parts.push_back(formula(part));
      if (!parts.back()) return nullptr;
    }
    if (of->kind == FormulaKind::kAnd) return all_of(std::move(parts));
    return of->kind == FormulaKind::kOr ? any_of(std::move(parts)) : of;
  }

 private:
  std::optional<Linear> form(const Linear& of) {
    return substitute(of, [&](Var number) { return unknown(number); });
  }
  std::optional<Linear> unknown(Var number) {
    if (number.value < names_.unknowns()) return Linear::of(names_.meaning(number).first);
    const Quotient& quotient = projection_.quotients[number.value - names_.unknowns()];
    std::optional<Linear> dividend = form(quotient.dividend);
    return dividend ? forms_.quotient(*dividend, quotient.divisor) : dividend;
  }

  Forms& forms_;
  const PairConditions& names_;
  const Projection& projection_;
};

}  // namespace

bool ConditionSearch::add(const Access& a, const Access& b) {
  return add({&a, &b}, collisions_of(a, b)) || add({&a, &b}, not_positive_factors(a, b));
}

// `meets`: when they may meet; null when that is not known.
bool ConditionSearch::add(const Pair& pair, const FormulaRef& meets) {
  if (!meets || count_constraints(meets) > kMostConstraints) return false;
  bool is_new = std::none_of(collisions_.begin(), collisions_.end(),
                             [&](const FormulaRef& other) { return same_formula(meets, other); });
  FormulaRef apart = negate(meets);
  if (is_new && (!values_.describe(apart) || !has_room(pair, apart))) return false;
  if (is_new) collisions_.push_back(meets);
  pairs_.push_back(pair);
  return true;
}

// A guess for products, which the solver only knows by bounds: that all their factors that are
// known before the loop are positive. Null when that does not keep the accesses apart.
FormulaRef ConditionSearch::not_positive_factors(const Access& a, const Access& b) {
  PairConditions conditions(accesses_);
  conditions.add_meeting(a, b);
  std::set<Var> factors;
  for (uint32_t number = 0; number < conditions.unknowns(); ++number) {
    const Product* product = product_of(accesses_.forms, conditions.meaning(Var{number}).first);
    if (!product) continue;
    for (const Linear* side : {&product->left, &product->right}) {
      Var factor = side->terms.front().var;
      if (!accesses_.forms.varies(*side) && values_.knows(factor)) factors.insert(factor);
    }
  }
  auto keeps_apart = [&](const FormulaRef& guess) {
    PairConditions trial(accesses_);
    trial.add_meeting(a, b);
    trial.add(guess, 0);
    std::vector<FormulaRef> all = trial.all();
    all.push_back(negate(equal(trial.first(), trial.second())));
    return solver_.solve(trial.unknowns(), all, false).solution == Solution::kNone;
  };
  if (factors.empty() || !keeps_apart(all_positive(factors))) return nullptr;
  // Those that are not needed would only be read.
  for (Var factor : std::set(factors)) {
    factors.erase(factor);
    if (factors.empty() || !keeps_apart(all_positive(factors))) factors.insert(factor);
  }
  return negate(all_positive(factors));
}

// Null when the proof is given up.
FormulaRef ConditionSearch::collisions_of(const Access& a, const Access& b) {
  PairConditions conditions(accesses_);
  conditions.add_meeting(a, b);
  FormulaRef differ = negate(equal(conditions.first(), conditions.second()));
  std::vector<FormulaRef> all = conditions.all();
  all.push_back(differ);
  return project(conditions, all);
}

// Onto what can be computed before the loop.
FormulaRef ConditionSearch::project(const PairConditions& names,
                                    const std::vector<FormulaRef>& conditions) {
  std::vector<bool> kept;
  for (uint32_t number = 0; number < names.unknowns(); ++number) {
    Var var = names.meaning(Var{number}).first;
    kept.push_back(!accesses_.forms[var].varies && values_.knows(var));
  }
  Projection projection = solver_.project(kept, conditions, names.known_before());
  if (!projection.is_known) return nullptr;
  return Translation(accesses_.forms, names, projection).formula(projection.values);
}

std::optional<EntryCondition> ConditionSearch::condition() {
  FormulaRef collisions = any_of(collisions_);
  // Once more as a whole, to make it shorter.
  PairConditions names(accesses_);
  names.add(collisions, 0);
  FormulaRef shorter = project(names, names.all());
  if (shorter && count_constraints(shorter) < count_constraints(collisions)) collisions = shorter;
  FormulaRef apart = negate(collisions);
  if (!leaves_room(apart)) return {};
  return values_.describe(without_short_loops(apart));
}

// Leaves out alternatives that only hold where the loop has few iterations: they are of no use, and
// hard to read.
FormulaRef ConditionSearch::without_short_loops(const FormulaRef& apart) {
  auto parts_of = [](const FormulaRef& formula, FormulaKind kind) {
    return formula->kind == kind ? formula->parts : std::vector<FormulaRef>{formula};
  };
  std::vector<FormulaRef> clauses;
  for (const FormulaRef& clause : parts_of(apart, FormulaKind::kAnd)) {
    std::vector<FormulaRef> useful;
    for (const FormulaRef& part : parts_of(clause, FormulaKind::kOr)) {
      if (leaves_room(part)) useful.push_back(part);
    }
    clauses.push_back(any_of(std::move(useful)));
  }
  FormulaRef shorter = all_of(std::move(clauses));
  return leaves_room(shorter) ? shorter : apart;
}

// Whether all accesses can still be made by as many iterations as without the condition.
bool ConditionSearch::leaves_room(const FormulaRef& apart) {
  auto has_room = [&](const Pair& pair) { return this->has_room(pair, apart); };
  return std::all_of(pairs_.begin(), pairs_.end(), has_room) &&
         std::all_of(accesses_.accesses.begin(), accesses_.accesses.end(),
                     [&](const Access& access) { return has_room({&access, &access}); });
}

bool ConditionSearch::has_room(const Pair& pair, const FormulaRef& condition) {
  auto [place, is_new] = spans_.try_emplace({pair.a, pair.b});
  if (is_new) place->second = longest_span(pair);
  return place->second == 0 || reaches(pair, condition, place->second);
}

bool ConditionSearch::reaches(const Pair& pair, const FormulaRef& condition, int64_t span) {
  PairConditions conditions(accesses_);
  conditions.add_bounds(*pair.a, *pair.b);
  conditions.add(condition, 0);
  Linear distance = *ir::add(conditions.second(), conditions.first(), -1);
  std::vector<FormulaRef> all = conditions.all();
  all.push_back(
      any_of({at_least(distance, Linear::of(span)), at_least(Linear::of(-span), distance)}));
  return solver_.solve(conditions.unknowns(), all, false).solution == Solution::kSome;
}

// How far apart the iterations of the two accesses can be, up to kFar.
int64_t ConditionSearch::longest_span(const Pair& pair) {
  if (reaches(pair, truth(true), kFar)) return kFar;
  int64_t reached = 0;
  int64_t missed = kFar;
  while (missed - reached > 1) {
    int64_t middle = reached + (missed - reached) / 2;
    (reaches(pair, truth(true), middle) ? reached : missed) = middle;
  }
  return reached;
}

}  // namespace parc::ir
