// The items between the brackets of a subscript.
#pragma once

#include <optional>
#include <vector>

#include "frontend/check/emit.h"
#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// Checked items, with the operands still in order of evaluation.
struct Indices {
  struct Item {
    bool is_slice = false;
    std::optional<size_t> index, lower, upper, step;  // operands by number
    bool whole_axes = false;                          // `...`
    SourceRange range;
  };
  std::vector<Item> items;
  bool failed = false;  // a diagnostic was emitted

  // `a[i, ...]` is an array, also without axes.
  bool gives_array() const;
};

// Checks the items of the subscript as further operands after the container.
Indices check_indices(Context& c, Operands& operands, const syntax::Subscript& node);

// The items as those of an array: each an int or a slice, `...` expanded. Nothing with a diagnostic
// when they do not fit.
std::optional<std::vector<ir::IndexItem>> array_items(Context& c, const Operands& operands,
                                                      const Indices& indices, const Value& array,
                                                      SourceRange range);

// The one item as the index of a list or tuple.
std::optional<Value> single_index(Context& c, const Operands& operands, const Indices& indices,
                                  const Value& container, SourceRange range);

// The array at these items: a load when all axes are indexed, else a view.
Value index_array(Context& c, const Value& array, std::vector<ir::IndexItem> items, bool in_bounds,
                  SourceRange range);
// A view, of no axes when all are indexed.
Value view_of_array(Context& c, const Value& array, std::vector<ir::IndexItem> items,
                    SourceRange range);

}  // namespace parc::check
