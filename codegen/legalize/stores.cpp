// Stores to elements, to views and to list items.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/recording.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// NumPy's name of an element type, as its dtype is called.
std::string dtype_name(ir::Kind elem) { return std::string(ir::kind_name(elem)).substr(3); }

// The value of one kind made ready for an element.
CExpr converted_for_store(FunctionContext& ctx, const CExpr& value, ir::Kind from, ir::Kind elem,
                          const ir::Stmt& at) {
  const OperatorImpl impl = store_impl(from, elem);
  if (!impl.fallible) {
    if (!impl.function.empty()) return call(impl.function, {value});
    return from == elem || c_type(from) == c_type(elem) ? value : cast(element_type(elem), value);
  }
  if (const __int128* constant = literal(value); constant && ir::is_integer(elem)) {
    const int bits = 8 * ir::byte_size(elem);
    const __int128 one = 1;
    const __int128 low = ir::is_unsigned(elem) ? 0 : -(one << (bits - 1));
    const __int128 high = ir::is_unsigned(elem) ? (one << bits) - 1 : (one << (bits - 1)) - 1;
    if (*constant >= low && *constant <= high) return cast(element_type(elem), value);
  }
  const CExpr held = hold(ctx, concat(c_type(from), " const"), value);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{element_type(elem), result, nullptr});
  note_check(ctx, CheckKind::kStore, at.range);
  emit_check(ctx, call(impl.function, {held, address(name(result))}),
             fail_with(ctx, Site{"PARC_RAISE_STORE", dtype_name(elem), {}}, {{held, from}},
                       at.range, at.frame));
  return name(result);
}

// The value of any scalar type as an element.
CExpr element_value(FunctionContext& ctx, ir::ExprId value, ir::Kind elem, const ir::Stmt& at) {
  const auto* mixed = ctx.types().get<ir::MixedType>(ctx[value].type);
  if (!mixed)
    return converted_for_store(ctx, lower(ctx, value), ctx.types().kind(ctx[value].type), elem, at);
  const CExpr held = lower_held(ctx, value);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{element_type(elem), result, nullptr});
  for (size_t k = 0; k < mixed->kinds.size(); ++k) {
    CBlock code;
    into(ctx, code, [&] {
      const CExpr one = cast(c_type(mixed->kinds[k]), member(held, "value"));
      emit(ctx, CAssign{name(result), converted_for_store(ctx, one, mixed->kinds[k], elem, at)});
    });
    emit(ctx, CIf{infix("==", member(held, "tag"), integer(static_cast<int64_t>(k))),
                  Hint::kNone,
                  std::move(code),
                  {}});
  }
  return name(result);
}

// A value of any type, already lowered when it is one kind.
CExpr made_ready(FunctionContext& ctx, const CExpr& raw, ir::ExprId value, ir::Kind elem,
                 const ir::Stmt& at) {
  return raw ? converted_for_store(ctx, raw, ctx.types().kind(ctx[value].type), elem, at)
             : element_value(ctx, value, elem, at);
}

ir::Kind element_kind(const FunctionContext& ctx, ir::ExprId array) {
  return ctx.types().get<ir::ArrayType>(ctx[array].type)->elem;
}

}  // namespace

void lower_store(FunctionContext& ctx, const ir::Stmt& stmt, const ir::Store& node) {
  const ir::Kind elem = element_kind(ctx, node.array);
  // Python evaluates the value first, then the subscript; the conversion belongs to the store.
  bool indices_call = false;
  for (const ir::ExprId index : node.indices) indices_call |= calls_function(ctx.function, index);
  CExpr raw = ctx.types().is_scalar(ctx[node.value].type)
                  ? (indices_call ? lower_held(ctx, node.value) : lower(ctx, node.value))
                  : nullptr;
  const ir::Expr at{ir::NoneValue{}, {}, stmt.range, stmt.frame};
  CExpr value;
  if (node.in_bounds) value = made_ready(ctx, raw, node.value, elem, stmt);
  const Element place = array_element(ctx, node.array, node.indices, node.in_bounds, at);
  if (!node.in_bounds) value = made_ready(ctx, raw, node.value, elem, stmt);
  if (ir::is_bool(elem)) value = cast("parc_u8", value);
  record_element(ctx, node.array, place, true, stmt.range, stmt.frame);
  emit(ctx, CAssign{prefix("*", place.pointer), value});
}

void store_through(FunctionContext& ctx, const CExpr& pointer, ir::Kind elem, ir::ExprId value,
                   const ir::Stmt& at) {
  CExpr ready = element_value(ctx, value, elem, at);
  if (ir::is_bool(elem)) ready = cast("parc_u8", ready);
  emit(ctx, CAssign{prefix("*", pointer), ready});
}

void lower_store_view(FunctionContext& ctx, const ir::Stmt& stmt, const ir::StoreView& node) {
  const ir::Kind elem = element_kind(ctx, node.view);
  if (ctx.types().get<ir::ArrayType>(ctx[node.value].type)) {
    return lower_array_store(ctx, stmt, node);
  }
  const CExpr value = element_value(ctx, node.value, elem, stmt);
  const CExpr held =
      hold(ctx, concat(element_type(elem), " const"), cast(element_type(elem), value));
  const CExpr to = array_operand(ctx, node.view);
  record_view(ctx, node.view, to, true, stmt.range, stmt.frame);
  emit(ctx, CEvaluate{call("parc_array_fill", {to, held})});
}

void lower_list_set(FunctionContext& ctx, const ir::Stmt& stmt, const ir::ListSet& node) {
  const ir::TypeId item = ctx.types().get<ir::ListType>(ctx[node.list].type)->elem;
  const CExpr value = lower_held(ctx, node.value);
  const CExpr list = lower_held(ctx, node.list);
  const ir::Expr at{ir::NoneValue{}, {}, stmt.range, stmt.frame};
  const CExpr index =
      checked_index(ctx, node.index, arrow(list, "length"), invariant_length(ctx, node.list), 0, at,
                    "list assignment index out of range");
  mark_written(ctx, list);
  const CExpr place = list_item(ctx, item, list, index);
  record_item(ctx, node.list, list, place, true, stmt.range, stmt.frame);
  emit(ctx, CAssign{place, value});
}

}  // namespace parc::lower
