// The value of a condition at loop entry, for tests.
#pragma once

#include <algorithm>
#include <functional>

#include "ir/analysis/entry_condition.h"

namespace parc::ir {

// What the quantities that are no arithmetic are worth.
struct EntryLookup {
  std::function<int64_t(LocalId)> value;
  std::function<int64_t(LocalId, uint8_t axis)> length;
};

class EntryEvaluation {
 public:
  explicit EntryEvaluation(const EntryLookup& lookup) : lookup_(lookup) {}

  bool holds(const EntryCondition& condition) {
    values_.clear();
    for (const EntryQuantity& quantity : condition.quantities) {
      values_.push_back(std::visit([&](const auto& node) { return value(node); }, quantity));
    }
    return holds(*condition.holds);
  }

 private:
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
