// What a `for` loop runs over, as a number of items and the item at an index.
#pragma once

#include <functional>
#include <optional>

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

struct Items {
  Value count;                              // evaluated once, before the loop
  std::function<Value(const Value&)> item;  // the item at an index from 0 on, in the body
};

// Checks an iterable: range, an array, a list, a tuple, enumerate, zip, reversed and nests of them.
// What is evaluated once goes before the loop; `bound` are the names that the loop binds, whose
// values must be kept apart. Nothing when a diagnostic was emitted.
std::optional<Items> check_iterable(Context& c, syntax::ExprId iterable, const NameSet& bound);
// The same of an array, list or tuple that was checked before.
std::optional<Items> items_of(Context& c, const Value& value, const NameSet& bound);

}  // namespace parc::check
