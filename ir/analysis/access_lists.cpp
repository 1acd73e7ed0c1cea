#include <algorithm>

#include "ir/analysis/access_walk.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// The type of the items, where they are lists; else invalid.
TypeId inner_list(const TypeTable& types, TypeId type) {
  const ListType* list = types.get<ListType>(type);
  return list && types.get<ListType>(list->elem) ? list->elem : TypeId{};
}

bool holds_lists(const TypeTable& types, TypeId type) {
  if (inner_list(types, type).valid()) return true;
  const TupleType* tuple = types.get<TupleType>(type);
  return tuple && std::any_of(tuple->elements.begin(), tuple->elements.end(),
                              [&](TypeId element) { return holds_lists(types, element); });
}

// The lists that are items of a root's lists, as one root.
RootId items_of(AccessWalk& walk, RootId lists) {
  auto [place, is_new] = walk.items.try_emplace(lists);
  if (!is_new) return place->second;
  Root root = walk.found.roots[lists];
  root.type = inner_list(walk.context.module.types, root.type);
  root.lists = lists;
  // They may have different lengths.
  root.shape.push_back(Linear::of(walk.found.forms.add_var(
      {VarKind::kInput, false, Interval{0, kLongestAxis}, truth(true), "", {}})));
  return place->second = walk.found.roots.add(std::move(root));
}

// The items as elements of the root.
ArrayValue items(const ListValue& list) {
  ArrayValue value;
  value.root = list.root;
  value.entry = list.entry;
  value.facts = list.facts;
  for (const Linear& subscript : list.path) value.axes.push_back({subscript, Linear{}, -1});
  value.axes.push_back({Linear{}, Linear::of(1), 0});
  value.extents.push_back(list.length);
  return value;
}

// Whether a place among the items always means the same list.
bool has_places(const AccessWalk& walk, const ListValue& list) {
  const Root& root = walk.found.roots[list.root];
  return walk.inside && walk.lists_stay && !root.is_inside && !root.is_varying;
}

ListValue item_at(AccessWalk& walk, const ListValue& list, const Linear& index, SourceRange range) {
  ListValue item;
  item.root = items_of(walk, list.root);
  item.entry = list.entry;
  item.path = list.path;
  item.path.push_back(index);
  item.facts = list.facts;
  within(item.facts, index, list.length);
  std::string operation = "len of " + std::to_string(item.root.value);
  item.length = walk.found.forms.opaque(operation, item.path, Interval{0, kLongestAxis}, range);
  return item;
}

}  // namespace

bool leaves_lists(const AnalysisContext& context, const Block& body) {
  const TypeTable& types = context.module.types;
  bool stay = true;
  walk_stmts(context.function, body, [&](StmtId id) {
    const ListSet* set = stmt_if<ListSet>(context.function, id);
    if (set && types.get<ListType>(context.function[set->value].type)) stay = false;
  });
  walk_exprs(context.function, body, [&](ExprId id) {
    const Call* call = expr_if<Call>(context.function, id);
    for (size_t at = 0; call && at < call->args.size(); ++at) {
      bool writes = context.effects[call->callee].writes[at];
      if (writes && holds_lists(types, context.function[call->args[at]].type)) stay = false;
    }
  });
  return stay;
}

Value list_item(AccessWalk& walk, ExprId expr, const ListGet& get) {
  Value operand = evaluate(walk, get.list);
  Value index = evaluate(walk, get.index);
  SourceRange range = walk.function[expr].range;
  const ListValue* list = operand.get<ListValue>();
  if (!list) {
    return unknown_value(walk, walk.function[expr].type, VarKind::kElement,
                         walk.context.origins.of(walk.function, expr), "",
                         walk.context.ranges.range_of(expr), range);
  }
  std::vector<Linear> indices = resolve(walk, {index}, {list->length}, range);
  record_element(walk, items(*list), indices, false, range);
  bool is_list = walk.context.module.types.get<ListType>(walk.function[expr].type) != nullptr;
  if (is_list && has_places(walk, *list)) return item_at(walk, *list, indices[0], range);
  return item_value(walk, expr, operand, list->entry, indices, walk.found.roots[list->root].name);
}

void store_item(AccessWalk& walk, const Value& target, const Value& index, SourceRange range) {
  if (const ListValue* list = target.get<ListValue>()) {
    record_element(walk, items(*list), resolve(walk, {index}, {list->length}, range), true, range);
  }
}

void access_items(AccessWalk& walk, const ListValue& list, bool is_write, SourceRange range,
                  bool is_call) {
  TypeId type = walk.found.roots[list.root].type;
  if (!has_places(walk, list)) {
    RootId root = list.root;
    record_whole(walk, root, list.entry, is_write, range, is_call);
    while ((type = inner_list(walk.context.module.types, type)).valid()) {
      root = items_of(walk, root);
      record_whole(walk, root, list.entry, is_write, range, is_call);
    }
    return;
  }
  Var any = walk.found.forms.add_var(
      {VarKind::kIndex, true, Interval{0, kLongestAxis}, truth(true), "", range});
  Linear index = Linear::of(any);
  size_t before = walk.found.accesses.size();
  record_element(walk, items(list), {index}, is_write, range);
  if (walk.found.accesses.size() > before) walk.found.accesses.back().is_call = is_call;
  if (inner_list(walk.context.module.types, type).valid()) {
    access_items(walk, item_at(walk, list, index, range), is_write, range, is_call);
  }
}

}  // namespace parc::ir
