#include "frontend/check/subscripts.h"

#include <algorithm>

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/indexing.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::TypeId;

// A tuple indexed by a variable: all elements must be of one type.
Value index_tuple(Context& c, const Value& tuple, const Value& index, SourceRange range) {
  std::vector<TypeId> elements = c.types().get<ir::TupleType>(tuple.type)->elements;
  std::optional<TypeId> type = c.types().never();
  for (TypeId element : elements) {
    if (type) type = join_types(c.types(), *type, element);
  }
  if (elements.empty() || !type) {
    c.diagnostics
        .emit(Diag::kBadIndex, range, "a tuple of several types takes a constant index only")
        .label(tuple.range, spell(c, tuple.type));
    return make_error(c, range);
  }
  TypeId uniform = c.types().tuple(std::vector<TypeId>(elements.size(), *type));
  return make(c, ir::TupleIndex{coerce(c, tuple, uniform), index.expr}, *type, range);
}

// A slice of a tuple: a tuple of the elements, whose number must be known.
Value slice_of_tuple(Context& c, const Operands& operands, const Indices::Item& item,
                     SourceRange range) {
  Value tuple = reusable(c, operands[0]);
  const std::vector<TypeId> elements = c.types().get<ir::TupleType>(tuple.type)->elements;
  auto size = static_cast<int64_t>(elements.size());
  bool known = true;
  auto bound = [&](std::optional<size_t> at, int64_t absent) {
    std::optional<int64_t> value = at ? known_int(c, operands[*at]) : absent;
    known = known && value;
    return value.value_or(absent);
  };
  int64_t step = bound(item.step, 1);
  int64_t lowest = step > 0 ? 0 : -1;
  int64_t highest = step > 0 ? size : size - 1;
  auto place = [&](std::optional<size_t> at, int64_t absent) {
    int64_t value = at ? bound(at, 0) : absent;
    if (at && value < 0) value = value < -size ? lowest : value + size;
    return std::clamp(value, lowest, highest);
  };
  int64_t start = place(item.lower, step > 0 ? lowest : highest);
  int64_t stop = place(item.upper, step > 0 ? highest : lowest);
  if (!known || step == 0) {
    c.diagnostics
        .emit(Diag::kBadIndex, range,
              step == 0 ? "the step of a slice is zero" : "a slice of a tuple takes constants only")
        .label(tuple.range, spell(c, tuple.type));
    return make_error(c, range);
  }
  ir::MakeTuple made;
  std::vector<TypeId> types;
  for (int64_t at = start; step > 0 ? at < stop : at > stop; at += step) {
    made.elements.push_back(tuple_element(c, tuple, static_cast<uint32_t>(at), range).expr);
    types.push_back(elements[static_cast<size_t>(at)]);
    if (step > 0 ? step >= stop - at : step <= stop - at) break;
  }
  return make(c, std::move(made), c.types().tuple(std::move(types)), range);
}

Value check_tuple_subscript(Context& c, const Operands& operands, const Indices& indices,
                            SourceRange range) {
  const Value& tuple = operands[0];
  if (!indices.failed && indices.items.size() == 1 && indices.items[0].is_slice) {
    return slice_of_tuple(c, operands, indices.items[0], range);
  }
  std::optional<Value> index = single_index(c, operands, indices, tuple, range);
  if (!index) return make_error(c, range);
  std::optional<int64_t> known = known_int(c, *index);
  if (!known) return index_tuple(c, tuple, *index, range);
  int64_t size = static_cast<int64_t>(c.types().get<ir::TupleType>(tuple.type)->elements.size());
  int64_t at = *known < 0 ? *known + size : *known;
  if (at < 0 || at >= size) {
    if (at >= size) want_axes(c, tuple);
    c.diagnostics
        .emit(Diag::kBadIndex, range,
              concat("index ", *known, " is out of range for ", size,
                     size == 1 ? " element" : " elements"))
        .label(tuple.range, spell(c, tuple.type));
    return make_error(c, range);
  }
  return tuple_element(c, tuple, static_cast<uint32_t>(at), range);
}

}  // namespace

bool has_simple_elements(const Context& c, const Value& tuple) {
  if (const auto* made = ir::expr_if<ir::MakeTuple>(c.fn, tuple.expr)) {
    return std::all_of(made->elements.begin(), made->elements.end(),
                       [&](ir::ExprId element) { return is_simple(c, element); });
  }
  ir::LocalId local = ir::read_local(c.fn, tuple.expr);
  return local.valid() && c.fn[local].role == ir::LocalRole::kTemporary;
}

Value tuple_element(Context& c, const Value& tuple, uint32_t index, SourceRange range) {
  TypeId type = c.types().get<ir::TupleType>(tuple.type)->elements[index];
  const auto* made = ir::expr_if<ir::MakeTuple>(c.fn, tuple.expr);
  if (made && has_simple_elements(c, tuple)) {
    return again(c, Value{made->elements[index], type, range, kNoOrigin});
  }
  return make(c, ir::TupleGet{again(c, tuple).expr, index}, type, range);
}

Value array_item(Context& c, const Value& array, const Value& index, bool in_bounds,
                 SourceRange range) {
  return index_array(c, array, {ir::IndexItem{index.expr}}, in_bounds, range);
}

Value check_subscript(Context& c, syntax::ExprId id) {
  const auto& node = *syntax::get<syntax::Subscript>(c.tree(), id);
  SourceRange range = range_of(c, id);
  Operands operands(c);
  operands.add([&] { return check_expr(c, node.value); });
  Indices indices = check_indices(c, operands, node);
  const Value& base = operands[0];
  if (is_error(c, base)) return make_error(c, range);
  if (c.types().get<ir::ArrayType>(base.type)) {
    auto items = array_items(c, operands, indices, base, range);
    if (!items) return make_error(c, range);
    return indices.gives_array() ? view_of_array(c, base, std::move(*items), range)
                                 : index_array(c, base, std::move(*items), false, range);
  }
  if (const auto* list = c.types().get<ir::ListType>(base.type)) {
    TypeId element = list->elem;
    std::optional<Value> index = single_index(c, operands, indices, base, range);
    if (!index) return make_error(c, range);
    return make(c, ir::ListGet{base.expr, index->expr}, element, range);
  }
  if (c.types().get<ir::TupleType>(base.type)) {
    return check_tuple_subscript(c, operands, indices, range);
  }
  want_axes(c, base);
  c.diagnostics.emit(Diag::kBadIndex, range, concat(spell(c, base.type), " cannot be indexed"))
      .label(base.range, spell(c, base.type));
  return make_error(c, range);
}

}  // namespace parc::check
