#include <algorithm>

#include "ir/analysis/access_walk.h"
#include "ir/builder.h"

namespace parc::ir {
namespace {

int rank_of(const AccessWalk& walk, TypeId type) {
  const ArrayType* array = walk.context.module.types.get<ArrayType>(type);
  return array ? array->rank : 1;
}

// The subscripts of the root for an element of a view.
std::optional<std::vector<Linear>> compose(Forms& forms, const ArrayValue& array,
                                           const std::vector<Linear>& indices) {
  std::vector<Linear> subscripts;
  for (const AxisPlace& place : array.axes) {
    std::optional<Linear> subscript = place.offset;
    if (place.axis >= 0) {
      subscript = forms.product(place.stride, indices[static_cast<size_t>(place.axis)]);
      if (subscript) subscript = add(place.offset, *subscript);
    }
    if (!subscript) return {};
    subscripts.push_back(*subscript);
  }
  return subscripts;
}

// The call in the code of the loop through which the statement is reached, if there is one.
SourceRange call_to(const Function& function, StmtId stmt, StmtId loop) {
  FrameId home = function[loop].frame;
  SourceRange call;
  for (FrameId frame = function[stmt].frame; frame != home && frame != 0;) {
    call = function.frames[frame].call;
    frame = function.frames[frame].parent;
  }
  return call;
}

// Facts that say nothing about the unknowns of the access are left out later; here all are kept.
void record(AccessWalk& walk, Access access) {
  if (!walk.inside || walk.done) return;
  access.stmt = walk.stmt;
  access.call = call_to(walk.function, walk.stmt, walk.target);
  access.bounds = access.facts;
  const std::vector<FormulaRef>& asserted = walk.asserted;
  for (const FormulaRef& fact : walk.facts) {
    const bool is_asserted = std::find(asserted.begin(), asserted.end(), fact) != asserted.end();
    if (is_asserted || walk.found.forms.varies(fact)) access.bounds.push_back(fact);
  }
  std::vector<FormulaRef> facts = walk.facts;
  facts.insert(facts.end(), access.facts.begin(), access.facts.end());
  access.facts = std::move(facts);
  walk.found.accesses.push_back(std::move(access));
}

// A view that is not always the same one has no fixed elements.
bool has_places(const AccessWalk& walk, const ArrayValue& array) {
  return array.is_known && !(walk.found.roots[array.root].is_varying);
}

}  // namespace

Linear unknown(AccessWalk& walk, Interval values, SourceRange source) {
  VarKind kind = walk.inside ? VarKind::kOpaque : VarKind::kInput;
  return Linear::of(walk.found.forms.add_var({kind, walk.inside, values, truth(true), "", source}));
}

Linear index_form(AccessWalk& walk, const Value& value, SourceRange range) {
  std::optional<Linear> form = integer(walk, value);
  return form ? *form : unknown(walk, Interval::all_int64(), range);
}

void within(std::vector<FormulaRef>& facts, const Linear& index, const Linear& length) {
  facts.push_back(at_least(index, Linear{}));
  facts.push_back(less(index, length));
}

void record_whole(AccessWalk& walk, RootId root, EntryPoint entry, bool is_write, SourceRange range,
                  bool is_call) {
  Access access;
  access.kind = AccessKind::kWhole;
  access.is_write = is_write;
  access.root = root;
  access.entry = entry;
  access.range = range;
  access.is_call = is_call;
  record(walk, std::move(access));
}

void record_element(AccessWalk& walk, const ArrayValue& array, const std::vector<Linear>& indices,
                    bool is_write, SourceRange range) {
  std::optional<std::vector<Linear>> subscripts;
  if (has_places(walk, array)) subscripts = compose(walk.found.forms, array, indices);
  if (!subscripts) {
    record_whole(walk, array.root, array.entry, is_write, range, false);
    return;
  }
  Access access;
  access.is_write = is_write;
  access.root = array.root;
  access.entry = array.entry;
  access.range = range;
  access.subscripts = std::move(*subscripts);
  access.facts = array.facts;
  for (size_t at = 0; at < indices.size(); ++at) {
    within(access.facts, indices[at], array.extents[at]);
  }
  record(walk, std::move(access));
}

std::vector<Linear> resolve(AccessWalk& walk, const std::vector<Value>& values,
                            const std::vector<Linear>& extents, SourceRange range) {
  std::vector<Linear> indices;
  for (size_t at = 0; at < values.size(); ++at) {
    Linear form = index_form(walk, values[at], range);
    indices.push_back(walk.found.forms.resolve_index(form, extents[at]));
  }
  return indices;
}

RootId add_root(AccessWalk& walk, std::string name, TypeId type, const LocalSet& owners) {
  Root root;
  root.name = std::move(name);
  root.type = type;
  root.owners = owners;
  bool is_list = walk.context.module.types.get<ListType>(type) != nullptr;
  bool inside = walk.inside;
  owners.for_each([&](LocalId owner) {
    bool given = walk.function[owner].role == LocalRole::kParameter;
    inside = inside && !given && walk.body_assigned.contains(owner);
  });
  root.is_inside = inside;
  root.is_choice = true;
  root.is_varying = walk.inside;
  for (int axis = 0; axis < rank_of(walk, type); ++axis) {
    std::string what = !is_list && rank_of(walk, type) > 1
                           ? root.name + ".shape[" + std::to_string(axis) + "]"
                           : "len(" + root.name + ")";
    root.shape.push_back(Linear::of(walk.found.forms.add_var({VarKind::kInput,
                                                              walk.inside,
                                                              Interval{0, kLongestAxis},
                                                              truth(true),
                                                              root.name.empty() ? "" : what,
                                                              {}})));
  }
  return walk.found.roots.add(std::move(root));
}

ArrayValue whole_array(const AccessWalk& walk, RootId root) {
  ArrayValue value;
  value.root = root;
  value.extents = walk.found.roots[root].shape;
  for (size_t axis = 0; axis < value.extents.size(); ++axis) {
    value.axes.push_back({Linear{}, Linear::of(1), static_cast<int>(axis)});
  }
  return value;
}

Value new_array(AccessWalk& walk, ExprId expr, std::vector<Linear> shape) {
  Root root;
  root.type = walk.function[expr].type;
  root.is_fresh = true;
  root.is_inside = walk.inside;
  root.shape = std::move(shape);
  return whole_array(walk, walk.found.roots.add(std::move(root)));
}

namespace {

// The item as one of a line: all subscripts but one are constants.
std::optional<ItemRead> item_read(LocalId array, const std::vector<Linear>& indices) {
  ItemRead read{{array, 0, std::vector<int64_t>(indices.size())}, Linear{}};
  size_t varying = 0;
  for (size_t axis = 0; axis < indices.size(); ++axis) {
    const Linear& index = indices[axis];
    if (index.is_constant() && indices.size() > 1) {
      if (index.constant < 0) return {};
      read.line.fixed[axis] = index.constant;
    } else {
      ++varying;
      read.line.axis = static_cast<uint8_t>(axis);
      read.index = index;
    }
  }
  if (varying != 1) return {};
  return read;
}

}  // namespace

Value item_value(AccessWalk& walk, ExprId expr, const Value& operand, const EntryPoint& entry,
                 const std::vector<Linear>& indices, const std::string& name) {
  const Expr& item = walk.function[expr];
  Value value = unknown_value(walk, item.type, VarKind::kElement,
                              walk.context.origins.of(walk.function, expr), name,
                              walk.context.ranges.range_of(expr), item.range);
  const Linear* form = value.get<Linear>();
  bool is_entering = walk.inside && entry.local.valid() && form && walk.env[entry.local.value] &&
                     same_value(operand, *walk.env[entry.local.value]);
  if (!is_entering || form->terms.size() != 1) return value;
  std::optional<ItemRead> read = item_read(entry.local, indices);
  if (read) walk.found.forms.set_origin(form->terms.front().var, *std::move(read));
  return value;
}

Value load_element(AccessWalk& walk, ExprId expr, const Load& load) {
  Value operand = evaluate(walk, load.array);
  std::vector<Value> values;
  for (ExprId index : load.indices) values.push_back(evaluate(walk, index));
  SourceRange range = walk.function[expr].range;
  const ArrayValue* array = operand.get<ArrayValue>();
  if (!array) {
    return unknown_value(walk, walk.function[expr].type, VarKind::kElement, {}, "",
                         walk.context.ranges.range_of(expr), range);
  }
  std::vector<Linear> indices = resolve(walk, values, array->extents, range);
  record_element(walk, *array, indices, false, range);
  return item_value(walk, expr, operand, array->entry, indices, "");
}

void store_element(AccessWalk& walk, const Value& target, const std::vector<Value>& indices,
                   SourceRange range) {
  if (const ArrayValue* array = target.get<ArrayValue>()) {
    record_element(walk, *array, resolve(walk, indices, array->extents, range), true, range);
  }
}

void access_all(AccessWalk& walk, const Value& value, bool is_write, SourceRange range,
                bool is_call) {
  if (const TupleValue* tuple = value.get<TupleValue>()) {
    for (const Value& part : **tuple) access_all(walk, part, is_write, range, is_call);
  } else if (const ListValue* list = value.get<ListValue>()) {
    access_items(walk, *list, is_write, range, is_call);
  } else if (const ArrayValue* array = value.get<ArrayValue>()) {
    std::vector<Linear> indices;
    for (const Linear& extent : array->extents) {
      Var index = walk.found.forms.add_var({VarKind::kIndex, walk.inside,
                                            Interval{0, walk.found.forms.range_of(extent).hi},
                                            truth(true), "", range});
      indices.push_back(Linear::of(index));
    }
    size_t before = walk.found.accesses.size();
    record_element(walk, *array, indices, is_write, range);
    if (walk.found.accesses.size() > before) walk.found.accesses.back().is_call = is_call;
  }
}

bool same_value(const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  if (a.get<NoForm>()) return true;
  if (const Linear* form = a.get<Linear>()) return *form == *b.get<Linear>();
  if (const FormulaRef* formula = a.get<FormulaRef>()) {
    return same_formula(*formula, *b.get<FormulaRef>());
  }
  if (const ListValue* list = a.get<ListValue>()) {
    return list->root == b.get<ListValue>()->root && list->path == b.get<ListValue>()->path;
  }
  if (const ArrayValue* array = a.get<ArrayValue>()) {
    const ArrayValue& other = *b.get<ArrayValue>();
    return array->root == other.root && array->axes == other.axes &&
           array->extents == other.extents && array->is_known && other.is_known;
  }
  return std::equal((*a.get<TupleValue>())->begin(), (*a.get<TupleValue>())->end(),
                    (*b.get<TupleValue>())->begin(), (*b.get<TupleValue>())->end(), same_value);
}

}  // namespace parc::ir
