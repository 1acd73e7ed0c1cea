// The value of a condition at loop entry, for tests.
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "ir/analysis/entry_condition.h"

namespace parc::ir {

// What the quantities that are no arithmetic are worth.
struct EntryLookup {
  std::function<int64_t(LocalId)> value;
  std::function<int64_t(LocalId, uint8_t axis)> length;
  std::function<std::vector<int64_t>(const ItemLine&)> items = {};
  int64_t trip = 0;
};

class EntryEvaluation {
 public:
  explicit EntryEvaluation(const EntryLookup& lookup) : lookup_(lookup) {}

  bool holds(const EntryCondition& condition) {
    find(condition.quantities);
    return holds(*condition.holds);
  }

  bool holds(const IndexCheck& check) {
    find(check.quantities);
    const std::vector<int64_t> items = lookup_.items(check.line);
    const Wide count = static_cast<Wide>(items.size());
    Wide first = check.places.empty() ? 0 : count, last = check.places.empty() ? count - 1 : -1;
    for (const IndexCheck::Place& place : check.places) {
      if (lookup_.trip == 0) continue;
      const Wide begin = sum(place.first), end = begin + Wide{place.step} * (lookup_.trip - 1);
      first = std::min({first, begin, end});
      last = std::max({last, begin, end});
    }
    if (first <= last && first < 0) return false;
    std::set<Wide> seen;
    Wide before = 0;
    for (Wide at = first; at <= std::min(last, count - 1); ++at) {
      Wide item = items[static_cast<size_t>(at)];
      if (check.order == ItemOrder::kAscending) {
        if (item < before) return false;
        before = item;
        continue;
      }
      if (check.length) item = remainder(item, sum(*check.length));
      if (!seen.insert(item).second) return false;
    }
    return true;
  }

 private:
  // An item means the element that it is modulo the length.
  static Wide remainder(Wide item, Wide length) {
    if (length <= 0) return 0;
    return ((item % length) + length) % length;
  }

  void find(const std::vector<EntryQuantity>& quantities) {
    values_.clear();
    for (const EntryQuantity& quantity : quantities) {
      values_.push_back(std::visit([&](const auto& node) { return value(node); }, quantity));
    }
  }

  Wide value(const LocalValue& node) { return lookup_.value(node.local); }
  Wide value(const AxisLength& node) { return lookup_.length(node.array, node.axis); }
  Wide value(const Product& node) { return sum(node.left) * sum(node.right); }
  Wide value(const Quotient& node) {
    Wide dividend = sum(node.dividend);
    Wide whole = dividend / node.divisor;
    return dividend % node.divisor < 0 ? whole - 1 : whole;
  }
  Wide sum(const Linear& form) {
    Wide total = form.constant;
    for (const Term& term : form.terms) total += values_[term.var.value] * term.factor;
    return total;
  }
  bool holds(const Formula& formula) {
    auto part_holds = [&](const FormulaRef& part) { return holds(*part); };
    switch (formula.kind) {
      case FormulaKind::kTrue:
        return true;
      case FormulaKind::kFalse:
      case FormulaKind::kUnknown:
        return false;
      case FormulaKind::kEqual:
        return sum(formula.form) == 0;
      case FormulaKind::kAtLeast:
        return sum(formula.form) >= 0;
      case FormulaKind::kAnd:
        return std::all_of(formula.parts.begin(), formula.parts.end(), part_holds);
      case FormulaKind::kOr:
        return std::any_of(formula.parts.begin(), formula.parts.end(), part_holds);
    }
    return false;
  }

  const EntryLookup& lookup_;
  std::vector<Wide> values_;
};

}  // namespace parc::ir
