#include "ir/analysis/pair_conditions.h"

#include <algorithm>

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

bool PairConditions::is_true_point(const std::vector<int64_t>& point) const {
  auto value = [&](Var var, int copy) {
    int own = accesses_.forms[var].varies ? copy : 0;
    return Wide{point[numbers_.at({var, own}).value]};
  };
  return std::all_of(products_.begin(), products_.end(), [&](const std::pair<Var, int>& at) {
    const Product& product = *product_of(accesses_.forms, at.first);
    return value(at.first, at.second) ==
           value(only_var(product.left), at.second) * value(only_var(product.right), at.second);
  });
}

std::vector<FormulaRef> PairConditions::with_factor(int64_t factor) {
  std::vector<FormulaRef> result;
  for (const auto& [var, copy] : std::vector(products_)) {
    const Product& product = *product_of(accesses_.forms, var);
    std::optional<Linear> value = scale(rename(product.right, copy), factor);
    if (!value) continue;
    result.push_back(equal(rename(product.left, copy), Linear::of(factor)));
    result.push_back(equal(rename(Linear::of(var), copy), *value));
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
  if (product_of(accesses_.forms, var)) relate_products(var, meaning.second);
  return result;
}

// Adds what a new product has to do with those that are there and have a factor in common with it.
void PairConditions::relate_products(Var var, int copy) {
  const Forms& forms = accesses_.forms;
  // As x * y, in each way where x does not vary; a square that varies as y * y.
  auto readings = [&](Var of, int in) {
    const Product& product = *product_of(forms, of);
    Linear value = rename(Linear::of(of), in);
    std::vector<std::pair<Var, Multiple>> found;
    for (const auto& [x, y] :
         {std::pair(product.left, product.right), std::pair(product.right, product.left)}) {
      if (product.left == product.right && !found.empty()) break;
      if (!forms.varies(x)) found.push_back({only_var(x), {rename(y, in), value}});
      if (forms.varies(x) && x == y) found.push_back({Var{}, {rename(y, in), value}});
    }
    return found;
  };
  std::vector<std::pair<Var, int>> others = products_;
  products_.push_back({var, copy});
  for (const auto& [other, other_copy] : others) {
    for (const auto& [x, multiple] : readings(var, copy)) {
      for (const auto& [other_x, other_multiple] : readings(other, other_copy)) {
        if (x == other_x) relate_products(x, multiple, other_multiple);
      }
    }
  }
}

void PairConditions::relate_products(Var x, const Multiple& a, const Multiple& b) {
  if (a.value == b.value) return;
  if (!x.valid()) {
    conditions_.push_back(ordered_squares(a, b));
    return;
  }
  Linear factor = rename(Linear::of(x), 0);
  conditions_.push_back(ordered_products(factor, accesses_.forms[x].range, a, b));
}

}  // namespace parc::ir
