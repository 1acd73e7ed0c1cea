// Stores to elements and slices: `a[i] = v`, `a[i] += v`, `a[:, j] = row`, `xs[i] = v`.
#include <algorithm>

#include "frontend/check/array_updates.h"
#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/indexing.h"
#include "frontend/check/subscripts.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

// A place that can be loaded from and stored to.
struct Place {
  Value container;
  std::vector<ir::IndexItem> items;  // of an array
  Value index;                       // of a list
  bool whole = false;                // a view, not an element
  bool valid = false;
};

Place check_place(Context& c, Operands& operands, syntax::ExprId target) {
  const auto& node = *syntax::get<syntax::Subscript>(c.tree(), target);
  SourceRange range = range_of(c, target);
  size_t base_at = operands.values().size();
  operands.add([&] { return check_expr(c, node.value); });
  Indices indices = check_indices(c, operands, node);
  Place place;
  place.container = operands[base_at];
  const Value& base = place.container;
  if (is_error(c, base)) return place;
  if (const auto* array = c.types().get<ir::ArrayType>(base.type)) {
    auto items = array_items(c, operands, indices, base, range);
    if (!items) return place;
    size_t plain = static_cast<size_t>(std::count_if(items->begin(), items->end(), [](auto& item) {
      return std::holds_alternative<ir::ExprId>(item);
    }));
    place.whole = plain != array->rank || indices.gives_array();
    place.items = std::move(*items);
    place.valid = true;
  } else if (c.types().get<ir::ListType>(base.type)) {
    std::optional<Value> index = single_index(c, operands, indices, base, range);
    if (!index) return place;
    place.index = *index;
    place.valid = true;
  } else {
    want_axes(c, base);
    c.diagnostics
        .emit(Diag::kReadOnly, range,
              concat("an element of ", spell(c, base.type), " cannot be assigned"))
        .label(base.range, spell(c, base.type));
  }
  return place;
}

// Makes every part of the place one that may be evaluated twice.
void make_reusable(Context& c, Place& place) {
  place.container = reusable(c, place.container);
  auto settle = [&](ir::ExprId& id) {
    if (!id) return;
    id = reusable(c, Value{id, c.fn[id].type, c.fn[id].range, kNoOrigin}).expr;
  };
  for (ir::IndexItem& item : place.items) {
    if (auto* index = std::get_if<ir::ExprId>(&item)) {
      settle(*index);
    } else {
      auto& slice = std::get<ir::SliceItem>(item);
      settle(slice.lower), settle(slice.upper), settle(slice.step);
    }
  }
  if (place.index.expr) place.index = reusable(c, place.index);
}

Place copy_of(Context& c, const Place& place) {
  Place copy = place;
  copy.container = again(c, place.container);
  auto duplicate = [&](ir::ExprId& id) {
    if (id) id = again(c, Value{id, c.fn[id].type, c.fn[id].range, kNoOrigin}).expr;
  };
  for (ir::IndexItem& item : copy.items) {
    if (auto* index = std::get_if<ir::ExprId>(&item)) {
      duplicate(*index);
    } else {
      auto& slice = std::get<ir::SliceItem>(item);
      duplicate(slice.lower), duplicate(slice.upper), duplicate(slice.step);
    }
  }
  if (place.index.expr) copy.index = again(c, place.index);
  return copy;
}

bool stores_into(Context& c, TypeId value, Kind element) {
  std::vector<Kind> kinds = kinds_of(c.types(), value);
  if (kinds.empty()) return false;
  return ir::is_complex(element) || std::none_of(kinds.begin(), kinds.end(), ir::is_complex);
}

void report_store(Context& c, const Place& place, const Value& value, std::string what) {
  c.diagnostics.emit(Diag::kTypeMismatch, value.range, std::move(what))
      .label(place.container.range, spell(c, place.container.type));
}

void store_to_array(Context& c, const Place& place, const Value& value, SourceRange range) {
  ir::ArrayType type = *c.types().get<ir::ArrayType>(place.container.type);
  const auto* source = c.types().get<ir::ArrayType>(value.type);
  if (!place.whole) {
    if (!stores_into(c, value.type, type.elem)) {
      if (source) want_axes(c, place.container);
      report_store(c, place, value,
                   concat("an element of ", ir::kind_name(type.elem), " cannot hold ",
                          spell(c, value.type)));
      return;
    }
    std::vector<ir::ExprId> indices;
    for (const ir::IndexItem& item : place.items) indices.push_back(std::get<ir::ExprId>(item));
    emit(c, ir::Store{place.container.expr, std::move(indices), value.expr}, range);
    return;
  }
  Value view = view_of_array(c, place.container, place.items, range);
  int rank = c.types().get<ir::ArrayType>(view.type)->rank;
  bool fits =
      source ? source->rank <= rank && (ir::is_complex(type.elem) || !ir::is_complex(source->elem))
             : stores_into(c, value.type, type.elem);
  if (!fits) {
    if (source && source->rank > rank) want_axes(c, place.container);
    report_store(c, place, value,
                 concat(spell(c, view.type), " cannot be filled from ", spell(c, value.type)));
    return;
  }
  emit(c, ir::StoreView{view.expr, value.expr}, range);
}

void store_to_list(Context& c, const Place& place, const Value& value, SourceRange range) {
  TypeId element = c.types().get<ir::ListType>(place.container.type)->elem;
  if (value.type != element) {
    report_store(c, place, value,
                 concat(spell(c, place.container.type), " cannot hold ", spell(c, value.type)));
    return;
  }
  emit(c, ir::ListSet{place.container.expr, place.index.expr, value.expr}, range);
}

void store(Context& c, const Place& place, const Value& value, SourceRange range) {
  if (c.types().get<ir::ListType>(place.container.type)) {
    store_to_list(c, place, value, range);
  } else {
    store_to_array(c, place, value, range);
  }
}

Value load(Context& c, const Place& place, SourceRange range) {
  if (const auto* list = c.types().get<ir::ListType>(place.container.type)) {
    TypeId element = list->elem;
    return make(c, ir::ListGet{place.container.expr, place.index.expr}, element, range);
  }
  return index_array(c, place.container, place.items, false, range);
}

}  // namespace

void store_element(Context& c, syntax::ExprId target, const Value& value) {
  // The value is the first operand: it moves into a temporary when the target needs statements.
  Operands operands(c);
  operands.add([&] { return value; });
  Place place = check_place(c, operands, target);
  if (!place.valid || is_error(c, operands[0])) return;
  store(c, place, operands[0], range_of(c, target));
}

void store_wide_int(Context& c, syntax::ExprId target, syntax::ExprId value_expr) {
  Operands operands(c);
  Place place = check_place(c, operands, target);
  if (!place.valid) return;
  const Value& container = place.container;
  const auto* array = c.types().get<ir::ArrayType>(container.type);
  TypeId element =
      array ? c.types().scalar(array->elem) : c.types().get<ir::ListType>(container.type)->elem;
  Value value = wide_int_beside(c, value_expr, {container.expr, element, container.range}, false);
  if (!is_error(c, value)) store(c, place, value, range_of(c, target));
}

void update_element(Context& c, syntax::ExprId target, ir::BinaryOp op, syntax::ExprId value_expr,
                    SourceRange range) {
  Operands parts(c);
  Place place = check_place(c, parts, target);
  if (!place.valid) {
    check_expr(c, value_expr);
    return;
  }
  if (place.whole) {
    Value view = view_of_array(c, place.container, place.items, range_of(c, target));
    view = to_temporary(c, view);
    view.origin = place.container.origin;
    Value value = is_wide_int(c, value_expr) ? wide_int_beside(c, value_expr, view, false)
                                             : check_expr(c, value_expr);
    return update_array(c, view, op, value, range);
  }
  make_reusable(c, place);
  Operands operands(c);
  operands.add([&] { return load(c, place, range_of(c, target)); });
  operands.add([&] {
    return is_wide_int(c, value_expr) ? wide_int_beside(c, value_expr, operands[0], false)
                                      : check_expr(c, value_expr);
  });
  if (c.types().get<ir::ArrayType>(operands[1].type)) want_axes(c, place.container);
  Value result = apply_binary(c, op, operands[0], operands[1], range);
  if (!is_error(c, result)) store(c, copy_of(c, place), result, range_of(c, target));
}

}  // namespace parc::check
