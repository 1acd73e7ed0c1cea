// Views of arrays, by index, slice, transposition and broadcasting: where their elements are in the
// root.
#include <optional>

#include "ir/analysis/access_walk.h"
#include "ir/analysis/isl_solver.h"
#include "ir/analysis/pair_conditions.h"

namespace parc::ir {
namespace {

struct SliceBounds {
  Linear first;  // index of the first element
  Linear count;
};

// Whether a number that is the same in all iterations is positive where the walk stands.
bool is_positive(const AccessWalk& walk, const Linear& number) {
  if (walk.found.forms.varies(number)) return false;
  if (walk.found.forms.range_of(number).lo > 0) return true;
  if (!walk.inside) return false;
  PairConditions conditions(walk.found);
  for (const FormulaRef& fact : walk.facts) conditions.add(fact, 0);
  FormulaRef other = at_least(Linear{}, conditions.rename(number, 0));
  std::vector<FormulaRef> all = conditions.all();
  all.push_back(other);
  return IslSolver().solve(conditions.unknowns(), all, false).solution == Solution::kNone;
}

// Python's rule for a slice of `length` elements; a step that is no constant is positive.
std::optional<SliceBounds> slice_bounds(Forms& forms, const std::optional<Linear>& lower,
                                        const std::optional<Linear>& upper, const Linear& step,
                                        const Linear& length) {
  const bool goes_up = !step.is_constant() || step.constant > 0;
  Linear lowest = Linear::of(goes_up ? 0 : -1);
  std::optional<Linear> highest = goes_up ? length : add(length, Linear::of(-1));
  std::optional<Linear> width = goes_up ? step : scale(step, -1);
  if (!highest || !width) return {};
  auto bound = [&](const std::optional<Linear>& given, const Linear& absent) {
    if (!given) return absent;
    Linear resolved = forms.resolve_bound(*given, length);
    return forms.minimum(forms.maximum(resolved, lowest), *highest);
  };
  Linear first = bound(lower, goes_up ? lowest : *highest);
  Linear last = bound(upper, goes_up ? *highest : lowest);
  std::optional<Linear> span = goes_up ? add(last, first, -1) : add(first, last, -1);
  if (span) span = add(*span, *width);
  if (span) span = add(*span, Linear::of(-1));
  std::optional<Linear> count;
  if (span) {
    count = width->is_constant() ? forms.quotient(*span, width->constant)
                                 : forms.quotient_by(*span, *width);
  }
  if (!count) return {};
  return SliceBounds{first, forms.maximum(*count, Linear{})};
}

// One axis of a view of `array` becomes an axis of `result`, or goes.
struct ViewBuilder {
  AccessWalk& walk;
  const ArrayValue& array;
  ArrayValue result;
  SourceRange range;

  AxisPlace* place_of(size_t axis) {
    for (size_t at = 0; at < array.axes.size(); ++at) {
      if (array.axes[at].axis == static_cast<int>(axis)) return &result.axes[at];
    }
    return nullptr;
  }
  void lose() { result.is_known = false; }

  // The elements first, first + step, … of the axis; step 0: just the first, and the axis goes.
  void set(size_t axis, const Linear& first, const Linear& step) {
    AxisPlace* place = place_of(axis);
    if (!place) return;  // not known
    Forms& forms = walk.found.forms;
    std::optional<Linear> offset = forms.product(place->stride, first);
    if (offset) offset = add(place->offset, *offset);
    std::optional<Linear> stride = forms.product(place->stride, step);
    if (!offset || !stride) return lose();
    place->offset = *offset;
    place->stride = *stride;
    place->axis = step == Linear{} ? -1 : static_cast<int>(result.extents.size());
  }
  void keep(size_t axis) {
    set(axis, Linear{}, Linear::of(1));
    result.extents.push_back(array.extents[axis]);
  }
  void index(size_t axis, ExprId item) {
    Linear form = index_form(walk, evaluate(walk, item), walk.function[item].range);
    Linear resolved = walk.found.forms.resolve_index(form, array.extents[axis]);
    within(result.facts, resolved, array.extents[axis]);
    set(axis, resolved, Linear{});
  }
  std::optional<Linear> bound(ExprId item) {
    if (!item.valid()) return {};
    return index_form(walk, evaluate(walk, item), walk.function[item].range);
  }
  void slice(size_t axis, const SliceItem& item) {
    if (!item.lower.valid() && !item.upper.valid() && !item.step.valid()) return keep(axis);
    std::optional<Linear> lower = bound(item.lower);
    std::optional<Linear> upper = bound(item.upper);
    std::optional<Linear> step = item.step.valid() ? bound(item.step) : Linear::of(1);
    std::optional<SliceBounds> bounds;
    bool is_known = step->is_constant() && *step != Linear{};
    if (is_known || is_positive(walk, *step)) {
      bounds = slice_bounds(walk.found.forms, lower, upper, *step, array.extents[axis]);
    }
    if (bounds) {
      set(axis, bounds->first, *step);
      result.extents.push_back(bounds->count);
      return;
    }
    lose();
    result.extents.push_back(unknown(walk, {0, kLongestAxis}, range));
  }
};

}  // namespace

Value make_view(AccessWalk& walk, const View& view, SourceRange range) {
  Value operand = evaluate(walk, view.array);
  const ArrayValue* array = operand.get<ArrayValue>();
  if (!array) return NoForm{};
  ViewBuilder builder{walk, *array, *array, range};
  builder.result.extents.clear();
  for (size_t axis = 0; axis < array->extents.size(); ++axis) {
    if (axis >= view.items.size()) {
      builder.keep(axis);
    } else if (const ExprId* index = std::get_if<ExprId>(&view.items[axis])) {
      builder.index(axis, *index);
    } else {
      builder.slice(axis, std::get<SliceItem>(view.items[axis]));
    }
  }
  return builder.result;
}

Value transpose(AccessWalk& walk, const Transpose& node) {
  Value operand = evaluate(walk, node.array);
  const ArrayValue* array = operand.get<ArrayValue>();
  if (!array) return operand;
  ArrayValue result = *array;
  for (size_t to = 0; to < node.axes.size(); ++to) {
    result.extents[to] = array->extents[node.axes[to]];
  }
  for (AxisPlace& place : result.axes) {
    for (size_t to = 0; to < node.axes.size(); ++to) {
      if (place.axis >= 0 && node.axes[to] == place.axis) {
        place.axis = static_cast<int>(to);
        break;
      }
    }
  }
  return result;
}

Value broadcast_for(AccessWalk& walk, ExprId expr, const BroadcastFor& node) {
  Value from = evaluate(walk, node.array);
  Value target = evaluate(walk, node.target);
  const ArrayValue* array = from.get<ArrayValue>();
  const ArrayValue* shape = target.get<ArrayValue>();
  if (!array || !shape) return NoForm{};
  ArrayValue result = *array;
  result.extents = shape->extents;
  const size_t missing = shape->extents.size() - array->extents.size();
  for (AxisPlace& place : result.axes) {
    if (place.axis < 0) continue;
    const Linear& length = array->extents[static_cast<size_t>(place.axis)];
    place.axis += static_cast<int>(missing);
    if (length == shape->extents[static_cast<size_t>(place.axis)]) continue;
    // One may be 1 and the other more: any index of the axis.
    Linear any = unknown(walk, {0, kLongestAxis}, walk.function[expr].range);
    std::optional<Linear> offset = walk.found.forms.product(place.stride, any);
    if (offset) offset = add(place.offset, *offset);
    if (!offset || !walk.inside) {
      result.is_known = false;
      break;
    }
    place = {*offset, Linear{}, -1};
  }
  return result;
}

}  // namespace parc::ir
