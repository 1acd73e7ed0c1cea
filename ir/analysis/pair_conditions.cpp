#include "ir/analysis/pair_conditions.h"

namespace parc::ir {

PairConditions::PairConditions(const LoopAccesses& accesses) : accesses_(accesses) {
  for (const FormulaRef& fact : accesses.facts) {
    add(fact, 0);
    known_before_.push_back(conditions_.back());
  }
  add(accesses.index_bounds, 0);
  add(accesses.index_bounds, 1);
}

void PairConditions::add_meeting(const Access& a, const Access& b) {
  for (const FormulaRef& fact : a.facts) add(fact, 0);
  for (const FormulaRef& fact : b.facts) add(fact, 1);
  if (a.kind != AccessKind::kElement || b.kind != AccessKind::kElement) return;
  add_shapes(a.root, b.root);
  for (size_t axis = 0; axis < a.subscripts.size(); ++axis) {
    conditions_.push_back(equal(rename(a.subscripts[axis], 0), rename(b.subscripts[axis], 1)));
  }
}

void PairConditions::add_bounds(const Access& a, const Access& b) {
  for (const FormulaRef& bound : a.bounds) add(bound, 0);
  for (const FormulaRef& bound : b.bounds) add(bound, 1);
}

Linear PairConditions::rename(const Linear& form, int copy) {
  Linear result = Linear::of(form.constant);
  for (const Term& term : form.terms) {
    result = *ir::add(result, Linear::of(number(term.var, copy)), term.factor);
  }
  return result;
}

std::vector<FormulaRef> PairConditions::small(int64_t least, int64_t most) const {
  std::vector<FormulaRef> result;
  for (uint32_t number = 0; number < vars_.size(); ++number) {
    Linear value = Linear::of(Var{number});
    result.push_back(at_least(value, Linear::of(least)));
    result.push_back(at_least(Linear::of(most), value));
  }
  return result;
}

// Roots that are taken to be one and the same.
void PairConditions::add_shapes(RootId a, RootId b) {
  if (a == b) return;
  const std::vector<Linear>& left = accesses_.roots[a].shape;
  const std::vector<Linear>& right = accesses_.roots[b].shape;
  for (size_t axis = 0; axis < left.size(); ++axis) {
    conditions_.push_back(equal(rename(left[axis], 0), rename(right[axis], 0)));
  }
}

FormulaRef PairConditions::rename(const FormulaRef& formula, int copy) {
  Formula result{formula->kind, rename(formula->form, copy), {}, formula->range};
  for (const FormulaRef& part : formula->parts) result.parts.push_back(rename(part, copy));
  return std::make_shared<const Formula>(std::move(result));
}

// On the first use of an unknown, what defines and bounds it is added.
Var PairConditions::number(Var var, int copy) {
  const VarInfo& info = accesses_.forms[var];
  std::pair<Var, int> meaning{var, info.varies ? copy : 0};
  auto [place, is_new] = numbers_.try_emplace(meaning, Var{static_cast<uint32_t>(vars_.size())});
  if (!is_new) return place->second;
  Var result = place->second;
  vars_.push_back(meaning);
  std::vector<FormulaRef> own;
  Linear value = Linear::of(result);
  constexpr Wide kBound = Wide{1} << 62;
  if (info.range.lo > -kBound) {
    own.push_back(at_least(value, Linear::of(static_cast<int64_t>(info.range.lo))));
  }
  if (info.range.hi < kBound) {
    own.push_back(at_least(Linear::of(static_cast<int64_t>(info.range.hi)), value));
  }
  own.push_back(rename(info.definition, copy));
  conditions_.insert(conditions_.end(), own.begin(), own.end());
  if (!info.varies) known_before_.insert(known_before_.end(), own.begin(), own.end());
  return result;
}

}  // namespace parc::ir
