#include "frontend/check/indexing.h"

#include <algorithm>

#include "frontend/check/expressions.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using syntax::ExprId;

void report(Context& c, SourceRange range, std::string message, std::string note = "") {
  auto diagnostic = c.diagnostics.emit(Diag::kBadIndex, range, std::move(message));
  if (!note.empty()) diagnostic.note(std::move(note));
}

std::string axes(int count) { return concat(count, count == 1 ? " axis" : " axes"); }

// A bound of a slice: absent, None, or an int.
std::optional<size_t> check_bound(Context& c, Operands& operands, ExprId id) {
  if (!id || syntax::get<syntax::NoneLiteral>(c.tree(), id)) return std::nullopt;
  operands.add([&] { return check_expr(c, id); });
  return operands.values().size() - 1;
}

bool is_newaxis(const Context& c, ExprId id) {
  return syntax::get<syntax::NoneLiteral>(c.tree(), id) || is_library(c, id, "np.newaxis");
}

// An index as an integer scalar of 64 bits: mixed and unsigned integers become Python ints, which
// raises where one does not fit.
std::optional<Value> as_index(Context& c, const Value& value) {
  if (is_error(c, value)) return std::nullopt;
  std::vector<Kind> kinds = kinds_of(c.types(), value.type);
  bool integers = !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), ir::is_integer);
  if (integers && kinds.size() == 1 && kinds.front() != Kind::kU64) return value;
  if (integers) {
    return make(c, ir::Convert{value.expr}, c.types().scalar(Kind::kInt), value.range);
  }
  if (const auto* array = c.types().get<ir::ArrayType>(value.type)) {
    c.diagnostics
        .emit(Diag::kUnsupportedExpression, value.range,
              ir::is_bool(array->elem) ? "a mask as an index is not supported yet"
                                       : "an index array is not supported yet")
        .note("write it as a loop over the index");
    return std::nullopt;
  }
  want_axes(c, value);
  report(c, value.range, concat("an index is an int, not ", spell(c, value.type)),
         kinds.empty() ? "" : "convert it with int(...)");
  return std::nullopt;
}

std::optional<ir::SliceItem> slice_item(Context& c, const Operands& operands,
                                        const Indices::Item& item) {
  ir::SliceItem slice;
  bool fits = true;
  auto bound = [&](std::optional<size_t> at) -> ir::ExprId {
    if (!at) return {};
    std::optional<Value> index = as_index(c, operands[*at]);
    fits = fits && index;
    return index ? index->expr : ir::ExprId{};
  };
  slice.lower = bound(item.lower);
  slice.upper = bound(item.upper);
  slice.step = bound(item.step);
  if (item.step && known_int(c, operands[*item.step]) == 0) {
    c.diagnostics.emit(Diag::kStepZero, operands[*item.step].range, "the step of a slice is zero");
    fits = false;
  }
  if (!fits) return std::nullopt;
  return slice;
}

// `a[p]` with a tuple p is a[p[0], p[1]].
void expand_tuple(Context& c, const Value& tuple, std::vector<Value>& out) {
  std::vector<ir::TypeId> types = c.types().get<ir::TupleType>(tuple.type)->elements;
  Value whole = reusable(c, tuple);
  for (uint32_t at = 0; at < types.size(); ++at) {
    out.push_back(make(c, ir::TupleGet{again(c, whole).expr, at}, types[at], tuple.range));
  }
}

}  // namespace

bool Indices::gives_array() const {
  return std::any_of(items.begin(), items.end(), [](const Item& item) { return item.whole_axes; });
}

Indices check_indices(Context& c, Operands& operands, const syntax::Subscript& node) {
  Indices result;
  std::vector<ExprId> ids = node.indices;
  if (ids.size() == 1) {
    if (const auto* tuple = syntax::get<syntax::Tuple>(c.tree(), ids[0])) ids = tuple->elements;
  }
  for (ExprId id : ids) {
    Indices::Item item;
    item.range = range_of(c, id);
    if (const auto* slice = syntax::get<syntax::Slice>(c.tree(), id)) {
      item.is_slice = true;
      item.lower = check_bound(c, operands, slice->lower);
      item.upper = check_bound(c, operands, slice->upper);
      item.step = check_bound(c, operands, slice->step);
    } else if (syntax::get<syntax::EllipsisLiteral>(c.tree(), id)) {
      item.whole_axes = true;
    } else if (is_newaxis(c, id)) {
      c.diagnostics.emit(Diag::kUnsupportedExpression, item.range,
                         "a new axis (None, np.newaxis) is not supported yet");
      result.failed = true;
    } else {
      operands.add([&] { return check_expr(c, id); });
      item.index = operands.values().size() - 1;
    }
    result.items.push_back(item);
  }
  return result;
}

std::optional<std::vector<ir::IndexItem>> array_items(Context& c, const Operands& operands,
                                                      const Indices& indices, const Value& array,
                                                      SourceRange range) {
  if (indices.failed) return std::nullopt;
  int rank = c.types().get<ir::ArrayType>(array.type)->rank;
  std::vector<ir::IndexItem> items;
  std::optional<size_t> ellipsis;
  bool fits = true;
  for (const Indices::Item& item : indices.items) {
    if (item.whole_axes) {
      if (ellipsis) {
        report(c, item.range, "an index takes one `...`");
        return std::nullopt;
      }
      ellipsis = items.size();
    } else if (item.is_slice) {
      std::optional<ir::SliceItem> slice = slice_item(c, operands, item);
      fits = fits && slice;
      items.push_back(slice.value_or(ir::SliceItem{}));
    } else {
      std::vector<Value> values{operands[*item.index]};
      if (c.types().get<ir::TupleType>(values[0].type) && indices.items.size() == 1) {
        Value tuple = values[0];
        values.clear();
        expand_tuple(c, tuple, values);
      }
      for (const Value& value : values) {
        std::optional<Value> index = as_index(c, value);
        fits = fits && index;
        items.push_back(index ? index->expr : ir::ExprId{});
      }
    }
  }
  int count = static_cast<int>(items.size());
  if (indices.items.empty() && rank > 0) want_no_axes(c, array);
  if (count > rank) {
    want_axes(c, array);
    report(c, range,
           concat(count, count == 1 ? " index" : " indices", " for an array of ", axes(rank)));
    return std::nullopt;
  }
  if (!fits) return std::nullopt;
  if (ellipsis) {
    items.insert(items.begin() + static_cast<ptrdiff_t>(*ellipsis),
                 static_cast<size_t>(rank - count), ir::SliceItem{});
  }
  return items;
}

std::optional<Value> single_index(Context& c, const Operands& operands, const Indices& indices,
                                  const Value& container, SourceRange range) {
  if (indices.failed) return std::nullopt;
  const Indices::Item& item = indices.items.front();
  if (indices.items.size() != 1 || item.whole_axes) {
    report(c, range, concat(spell(c, container.type), " takes one index"));
    return std::nullopt;
  }
  if (item.is_slice) {
    c.diagnostics.emit(Diag::kUnsupportedExpression, range,
                       concat("a slice of ", spell(c, container.type), " is not supported yet"));
    return std::nullopt;
  }
  return as_index(c, operands[*item.index]);
}

Value view_of_array(Context& c, const Value& array, std::vector<ir::IndexItem> items,
                    SourceRange range) {
  const ir::ArrayType type = *c.types().get<ir::ArrayType>(array.type);
  int rank = type.rank;
  for (const ir::IndexItem& item : items) rank -= std::holds_alternative<ir::ExprId>(item);
  Value view =
      make(c, ir::View{array.expr, std::move(items)}, c.types().array(type.elem, rank), range);
  view.origin = array.origin;
  return view;
}

Value index_array(Context& c, const Value& array, std::vector<ir::IndexItem> items, bool in_bounds,
                  SourceRange range) {
  ir::ArrayType type = *c.types().get<ir::ArrayType>(array.type);
  std::vector<ir::ExprId> plain;
  for (const ir::IndexItem& item : items) {
    if (const auto* index = std::get_if<ir::ExprId>(&item)) plain.push_back(*index);
  }
  if (plain.size() != type.rank) return view_of_array(c, array, std::move(items), range);
  Value element = make(c, ir::Load{array.expr, std::move(plain), in_bounds},
                       c.types().scalar(type.elem), range);
  element.origin = array.origin;
  return element;
}

}  // namespace parc::check
