// Element access: bounds, negative indices, views.
#include <optional>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/recording.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

const ir::ArrayType& array_type(const FunctionContext& ctx, ir::ExprId array) {
  return *ctx.types().get<ir::ArrayType>(ctx[array].type);
}

// Whether the array's last axis is known to be contiguous here.
bool is_unit(FunctionContext& ctx, ir::ExprId array) {
  const auto* ref = std::get_if<ir::LocalRef>(&ctx[array].node);
  if (!ref || !ctx.region || !ctx.region->fast) return false;
  if (ctx.region->unit_views.contains(ref->local)) return true;
  if (!invariant(ctx, ref->local)) return false;
  ctx.region->unit.insert(ref->local);
  return true;
}

// A larger constant is all that is known of a number of 32 bits: no axis is as long.
constexpr __int128 kMostByType = 1 << 24;
constexpr char kOutOfBounds[] = "index {} is out of bounds for axis {} with size {}";

struct SliceCode {
  CExpr first, count, step;
};

SliceCode lower_slice(FunctionContext& ctx, const ir::SliceItem& item, const CExpr& size,
                      const ir::Expr& at) {
  const CExpr lower_given = item.lower ? lower_held(ctx, item.lower) : nullptr;
  const CExpr upper_given = item.upper ? lower_held(ctx, item.upper) : nullptr;
  const CExpr step = item.step ? lower_held(ctx, item.step) : integer(1);
  const CExpr lower_bound = lower_given ? lower_given : call("parc_slice_lower", {step});
  const CExpr upper_bound = upper_given ? upper_given : call("parc_slice_upper", {step});
  if (!literal(step)) {
    emit_check(
        ctx, infix("==", step, integer(0)),
        fail_message(ctx, "ValueError", "slice step cannot be zero", {}, at.range, at.frame));
  }
  const std::string first = temporary(ctx), count = temporary(ctx);
  emit(ctx, CDeclare{"parc_i64", first, nullptr});
  emit(ctx, CDeclare{"parc_i64", count, nullptr});
  emit(ctx, CEvaluate{call("parc_slice", {size, lower_bound, upper_bound, step,
                                          address(name(first)), address(name(count))})});
  return {name(first), name(count), step};
}

}  // namespace

std::vector<CExpr> invariant_sizes(FunctionContext& ctx, ir::ExprId array) {
  const size_t rank = array_type(ctx, array).rank;
  std::vector<CExpr> sizes(rank);
  if (!ctx.region) return sizes;
  if (const auto* ref = std::get_if<ir::LocalRef>(&ctx[array].node)) {
    if (const auto known = ctx.region->view_sizes.find(ref->local);
        known != ctx.region->view_sizes.end())
      return known->second;
    if (!invariant(ctx, ref->local)) return sizes;
    for (size_t axis = 0; axis < rank; ++axis) {
      sizes[axis] =
          element(member(local(ctx, ref->local), "shape"), integer(static_cast<int64_t>(axis)));
    }
    return sizes;
  }
  if (const auto* spread = std::get_if<ir::BroadcastFor>(&ctx[array].node)) {
    return invariant_sizes(ctx, spread->target);
  }
  const auto* view = std::get_if<ir::View>(&ctx[array].node);
  if (!view) return sizes;
  const std::vector<CExpr> base = invariant_sizes(ctx, view->array);
  size_t out = 0;
  for (size_t axis = 0; axis < base.size(); ++axis) {
    const bool whole = axis >= view->items.size();
    const auto* slice = whole ? nullptr : std::get_if<ir::SliceItem>(&view->items[axis]);
    if (!whole && !slice) continue;
    if (whole || (!slice->lower && !slice->upper && !slice->step)) sizes[out] = base[axis];
    ++out;
  }
  return sizes;
}

CExpr invariant_size(FunctionContext& ctx, ir::ExprId array, size_t axis) {
  return invariant_sizes(ctx, array)[axis];
}

CExpr checked_index(FunctionContext& ctx, ir::ExprId index, const CExpr& size,
                    const CExpr& stable_size, int axis, const ir::Expr& at,
                    const std::string& message) {
  const Bound bound = bound_of(ctx, index);
  const __int128* most = bound.known() ? literal(bound.hi) : nullptr;
  const bool is_whole_type = most && *most > kMostByType;
  if (bound.known() && stable_size && !is_whole_type) {
    const CExpr wide_size = literal(stable_size) ? stable_size : cast("parc_i128", stable_size);
    const bool negative = literal(bound.hi) && *literal(bound.hi) < 0;
    const Bound resolved =
        negative ? Bound{infix("+", wide_size, bound.lo), infix("+", wide_size, bound.hi)} : bound;
    const CExpr low = at_most(integer(0), resolved.lo);
    const CExpr high = at_most(resolved.hi, plus(wide_size, -1));
    if (leave_to_region(ctx, negative ? low : conjunction(low, high))) {
      const CExpr value = lower(ctx, index);
      return negative ? infix("+", value, size) : value;
    }
  }
  const CExpr given = hold(ctx, "const parc_i64", cast("parc_i64", lower(ctx, index)));
  const std::string resolved = temporary(ctx);
  emit(ctx, CDeclare{"parc_i64", resolved, given});
  CBlock cold;
  cold.push_back(statement(CAssign{name(resolved), infix("+", name(resolved), size)}));
  std::vector<ErrorValue> values{{given, ir::Kind::kInt}};
  if (message.find("size {}") != std::string::npos) {
    values.push_back({integer(axis), ir::Kind::kInt});
    values.push_back({size, ir::Kind::kInt});
  }
  if (message.find("{}") == std::string::npos) values.clear();
  CBlock failure = fail_message(ctx, "IndexError", message, values, at.range, at.frame);
  const auto outside = [&] {
    return infix(">=", cast("parc_u64", name(resolved)), cast("parc_u64", size));
  };
  cold.push_back(statement(CIf{outside(), Hint::kUnlikely, std::move(failure), {}}));
  emit(ctx, CIf{outside(), Hint::kUnlikely, std::move(cold), {}});
  return name(resolved);
}

CExpr array_operand(FunctionContext& ctx, ir::ExprId array) {
  const CExpr value = lower(ctx, array);
  return is_trivial(value)
             ? value
             : hold(ctx, concat(c_type(ctx.context, ctx[array].type), " const"), value);
}

Element array_element(FunctionContext& ctx, ir::ExprId array_expr,
                      const std::vector<ir::ExprId>& indices, bool in_bounds, const ir::Expr& at) {
  const ir::ArrayType& type = array_type(ctx, array_expr);
  const CExpr array = array_operand(ctx, array_expr);
  const bool unit = type.rank > 0 && is_unit(ctx, array_expr);
  CExpr offset;
  for (size_t axis = 0; axis < indices.size(); ++axis) {
    const CExpr size = element(member(array, "shape"), integer(static_cast<int64_t>(axis)));
    const CExpr index =
        in_bounds ? lower(ctx, indices[axis])
                  : checked_index(ctx, indices[axis], size, invariant_size(ctx, array_expr, axis),
                                  static_cast<int>(axis), at, kOutOfBounds);
    const CExpr stride =
        unit && axis + 1 == indices.size()
            ? integer(ir::byte_size(type.elem))
            : element(member(array, "stride"), integer(static_cast<int64_t>(axis)));
    const CExpr step = infix("*", cast("parc_i64", index), stride);
    offset = offset ? infix("+", offset, step) : step;
  }
  return {array, call("parc_element", {member(array, "data"), offset ? offset : integer(0)})};
}

CExpr load_element(ir::Kind kind, const CExpr& pointer) {
  const CExpr value = prefix("*", pointer);
  return ir::is_bool(kind) ? infix("!=", value, integer(0)) : value;
}

CExpr lower_load(FunctionContext& ctx, ir::ExprId id, const ir::Load& node) {
  const ir::ArrayType& type = array_type(ctx, node.array);
  const ir::Expr& at = ctx[id];
  const Element place = array_element(ctx, node.array, node.indices, node.in_bounds, at);
  record_element(ctx, node.array, place, false, at.range, at.frame);
  return load_element(type.elem, place.pointer);
}

CExpr lower_view(FunctionContext& ctx, ir::ExprId id, const ir::View& node) {
  const ir::ArrayType& from = array_type(ctx, node.array);
  const CExpr array = array_operand(ctx, node.array);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, ctx[id].type), result, nullptr});
  CExpr offset = integer(0);
  int64_t out_axis = 0;
  const auto set_axis = [&](const CExpr& size, const CExpr& stride) {
    emit(ctx, CAssign{element(member(name(result), "shape"), integer(out_axis)), size});
    emit(ctx, CAssign{element(member(name(result), "stride"), integer(out_axis++)), stride});
  };
  for (int64_t axis = 0; axis < from.rank; ++axis) {
    const CExpr size = element(member(array, "shape"), integer(axis));
    const CExpr stride = element(member(array, "stride"), integer(axis));
    if (static_cast<size_t>(axis) >= node.items.size()) {
      set_axis(size, stride);
    } else if (const auto* index =
                   std::get_if<ir::ExprId>(&node.items[static_cast<size_t>(axis)])) {
      const CExpr at = checked_index(ctx, *index, size,
                                     invariant_size(ctx, node.array, static_cast<size_t>(axis)),
                                     static_cast<int>(axis), ctx[id], kOutOfBounds);
      offset = infix("+", offset, infix("*", at, stride));
    } else {
      const auto& slice = std::get<ir::SliceItem>(node.items[static_cast<size_t>(axis)]);
      if (!slice.lower && !slice.upper && !slice.step) {
        set_axis(size, stride);
        continue;
      }
      const SliceCode code = lower_slice(ctx, slice, size, ctx[id]);
      const CExpr start = ternary(infix(">", code.count, integer(0)), code.first, integer(0));
      offset = infix("+", offset, infix("*", start, stride));
      set_axis(code.count, infix("*", stride, code.step));
    }
  }
  emit(ctx, CAssign{member(name(result), "data"),
                    call("parc_element", {member(array, "data"), offset})});
  emit(ctx, CAssign{member(name(result), "base"), member(array, "base")});
  return name(result);
}

CExpr lower_transpose(FunctionContext& ctx, ir::ExprId id, const ir::Transpose& node) {
  const CExpr array = array_operand(ctx, node.array);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, ctx[id].type), result, array});
  for (size_t axis = 0; axis < node.axes.size(); ++axis) {
    for (const char* field : {"shape", "stride"}) {
      emit(ctx, CAssign{element(member(name(result), field), integer(static_cast<int64_t>(axis))),
                        element(member(array, field), integer(node.axes[axis]))});
    }
  }
  return name(result);
}

CExpr invariant_length(FunctionContext& ctx, ir::ExprId list) {
  const auto* ref = std::get_if<ir::LocalRef>(&ctx[list].node);
  return ref && invariant(ctx, ref->local) ? arrow(local(ctx, ref->local), "length") : nullptr;
}

CExpr list_item(FunctionContext& ctx, ir::TypeId item, const CExpr& list, const CExpr& index) {
  const std::string pointer = concat(list_item_type(ctx.context, item), "*");
  return element(cast(pointer, arrow(list, "items")), index);
}

void mark_written(FunctionContext& ctx, const CExpr& list) {
  emit(ctx, CEvaluate{call("parc_list_written", {list})});
}

CExpr lower_list_get(FunctionContext& ctx, ir::ExprId id, const ir::ListGet& node) {
  const CExpr list = lower_held(ctx, node.list);
  const CExpr size = arrow(list, "length");
  const CExpr index = node.in_bounds
                          ? lower(ctx, node.index)
                          : checked_index(ctx, node.index, size, invariant_length(ctx, node.list),
                                          0, ctx[id], "list index out of range");
  const ir::TypeId item = ctx[id].type;
  const CExpr value = list_item(ctx, item, list, index);
  record_item(ctx, node.list, list, value, false, ctx[id].range, ctx[id].frame);
  const bool is_bool = ctx.types().is_scalar(item) && ir::is_bool(ctx.types().kind(item));
  return is_bool ? infix("!=", value, integer(0)) : value;
}

CExpr lower_tuple_index(FunctionContext& ctx, ir::ExprId id, const ir::TupleIndex& node) {
  const auto& tuple = *ctx.types().get<ir::TupleType>(ctx[node.tuple].type);
  const CExpr value = lower_held(ctx, node.tuple);
  const CExpr size = integer(static_cast<int64_t>(tuple.elements.size()));
  const CExpr index =
      hold(ctx, "const parc_i64",
           checked_index(ctx, node.index, size, size, 0, ctx[id], "tuple index out of range"));
  CExpr chosen = member(value, concat("e", tuple.elements.size() - 1));
  for (size_t k = tuple.elements.size() - 1; k-- > 0;) {
    chosen = ternary(infix("==", index, integer(static_cast<int64_t>(k))),
                     member(value, concat("e", k)), chosen);
  }
  return chosen;
}

}  // namespace parc::lower
