// Values of a function in terms of forms: what the accesses of a loop body are described with.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "ir/analysis/affine.h"
#include "ir/analysis/local_set.h"
#include "ir/module.h"

namespace parc::ir {

using RootId = Id<struct RootTag>;

// An array or list as a whole: a piece of memory with elements. Or all lists that are items of a
// list (or of lists that are), as if each had its own memory: an element is chosen by the place of
// its list, then by its place in there.
struct Root {
  std::string name;  // as the user knows it; may be empty
  TypeId type;
  std::vector<Linear> shape;  // by axis
  LocalSet owners;            // locals that may own the memory (Origins)
  bool is_fresh = false;      // made by the function: shares memory with no other root
  bool is_choice = false;     // one of several others, as the path before the loop decided
  bool is_inside = false;     // made in the body of the loop
  bool is_varying = false;  // of an expression in the body that may mean different memory each time
  RootId lists;             // whose items these lists are; else invalid
};

// Where an axis of the root is in a view: fixed at `offset`, or at offset + stride * (index of the
// view's axis).
struct AxisPlace {
  Linear offset;
  Linear stride;
  int axis = -1;  // of the view; -1: fixed
  friend bool operator==(const AxisPlace&, const AxisPlace&) = default;
};

// The name under which the memory came into the loop: a local that the body does not assign.
struct EntryPoint {
  LocalId local;
  ExprId expr;  // a LocalRef in the body
};

struct ArrayValue {
  RootId root;
  std::vector<AxisPlace> axes;    // by axis of the root
  std::vector<Linear> extents;    // by axis of the view
  std::vector<FormulaRef> facts;  // hold when the view was made without an exception
  bool is_known = true;           // false: some elements of the root
  EntryPoint entry;
};

struct ListValue {
  RootId root;
  Linear length;
  EntryPoint entry;
  std::vector<Linear> path = {};       // subscripts of the root that choose the list
  std::vector<FormulaRef> facts = {};  // hold when it was got without an exception
};

struct Value;
using TupleValue = std::shared_ptr<const std::vector<Value>>;
struct NoForm {};  // a float, None …

struct Value : std::variant<NoForm, Linear, FormulaRef, ArrayValue, ListValue, TupleValue> {
  using variant::variant;
  template <class T>
  const T* get() const {
    return std::get_if<T>(static_cast<const variant*>(this));
  }
};

bool same_value(const Value& a, const Value& b);

}  // namespace parc::ir
