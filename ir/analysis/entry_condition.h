// A condition on what is known when a loop begins. It is tested there: where it holds, iterations
// use different elements.
#pragma once

#include <optional>
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
// Products and quotients are of quantities that come before them.
using EntryQuantity = std::variant<LocalValue, AxisLength, Product, Quotient>;

struct EntryCondition {
  // Var{at} in `holds` (and in quantities that come after it) stands for the one at `at`. No
  // number that comes up leaves 128 bits when products fit 64.
  std::vector<EntryQuantity> quantities;
  FormulaRef holds;  // without unknown conditions
  std::string text;  // in the user's names
};

// How the items of an index array have to be for iterations to use different elements.
enum class ItemOrder : uint8_t {
  kDistinct,   // no two are the same; with a `length`, no two mean the same element of such an axis
  kAscending,  // none is negative, and none is less than the one before it
};

// A test of the items that an index array or list has right before the loop: one pass over them.
struct IndexCheck {
  // Iteration number k reads the item at first + k * step, which must not be negative.
  struct Place {
    Linear first;
    int64_t step;
    friend bool operator==(const Place&, const Place&) = default;
  };
  ItemLine line;
  ItemOrder order;
  std::vector<EntryQuantity> quantities;  // as in EntryCondition, for the forms below
  std::vector<Place> places;     // all items from the first to the last of them; empty: all
  std::optional<Linear> length;  // kDistinct: of an axis where -1 is the last element
  std::string text;              // "`p` has no repeats"
};

}  // namespace parc::ir
