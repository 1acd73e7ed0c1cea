// A condition on what is known when a loop begins. It is tested there: where it holds, iterations
// use different elements.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ir/analysis/affine.h"
#include "ir/module.h"

namespace parc::ir {

// The value that an integer or bool has right before the loop.
struct LocalValue {
  LocalId local;
  bool is_flag = false;  // a bool, 0 or 1
};
// The length of an axis of an array, or (axis 0) of a list.
struct AxisLength {
  LocalId array;
  uint8_t axis;
};
// Of two quantities that come before it.
struct Product {
  Var left, right;
};

using EntryQuantity = std::variant<LocalValue, AxisLength, Product, Quotient>;

struct EntryCondition {
  // Var{at} in `holds` (and in quantities that come after it) stands for the one at `at`. No
  // number that comes up leaves 128 bits when products fit 64.
  std::vector<EntryQuantity> quantities;
  FormulaRef holds;  // without unknown conditions
  std::string text;  // in the user's names
};

}  // namespace parc::ir
