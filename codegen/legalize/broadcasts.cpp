// Arrays that are broadcast to the shape of others.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/recording.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// "({},{})" with a place for each size, as NumPy writes a shape.
std::string shape_text(size_t rank) {
  std::string text = "(";
  for (size_t axis = 0; axis < rank; ++axis) text += axis > 0 ? ",{}" : "{}";
  return text + (rank == 1 ? ",)" : ")");
}

void add_shape(std::vector<ErrorValue>& values, const CExpr& array, size_t rank) {
  for (size_t axis = 0; axis < rank; ++axis) {
    values.push_back(
        {element(member(array, "shape"), integer(static_cast<int64_t>(axis))), ir::Kind::kInt});
  }
}

// The sizes of the axes that `target` and `from` are broadcast to together.
void add_common_shape(std::vector<ErrorValue>& values, const CExpr& target, size_t target_rank,
                      const CExpr& from, size_t from_rank) {
  for (size_t axis = 0; axis < target_rank; ++axis) {
    const auto size = [&](const CExpr& array, size_t at) {
      return element(member(array, "shape"), integer(static_cast<int64_t>(at)));
    };
    CExpr common = size(target, axis);
    const size_t missing = target_rank - from_rank;
    if (axis >= missing) {
      common = ternary(infix("==", common, integer(1)), size(from, axis - missing), common);
    }
    values.push_back({common, ir::Kind::kInt});
  }
}

// Raises as NumPy does for `target op= from` where the shapes do not fit.
void check_update_shapes(FunctionContext& ctx, const CExpr& target, size_t target_rank,
                         const CExpr& from, size_t from_rank, const ir::Expr& at) {
  if (from_rank == 0) return;
  std::vector<ErrorValue> sizes;
  add_shape(sizes, target, target_rank);
  add_shape(sizes, from, from_rank);
  add_shape(sizes, target, target_rank);
  const std::string target_text = shape_text(target_rank);
  emit_check(ctx, prefix("!", call("parc_shapes_fit", {target, from})),
             fail_message(ctx, "ValueError",
                          concat("operands could not be broadcast together with shapes ",
                                 target_text, " ", shape_text(from_rank), " ", target_text, " "),
                          sizes, at.range, at.frame));
  std::vector<ErrorValue> common;
  add_shape(common, target, target_rank);
  add_common_shape(common, target, target_rank, from, from_rank);
  emit_check(ctx, prefix("!", call("parc_broadcasts", {target, from})),
             fail_message(ctx, "ValueError",
                          concat("non-broadcastable output operand with shape ", target_text,
                                 " doesn't match the broadcast shape ", target_text),
                          common, at.range, at.frame));
}

}  // namespace

void lower_array_store(FunctionContext& ctx, const ir::Stmt& stmt, const ir::StoreView& node) {
  const ir::ArrayType& source = *ctx.types().get<ir::ArrayType>(ctx[node.value].type);
  const ir::ArrayType& target = *ctx.types().get<ir::ArrayType>(ctx[node.view].type);
  const CExpr from = array_operand(ctx, node.value);
  const CExpr to = array_operand(ctx, node.view);
  if (source.rank > 0) {
    std::vector<ErrorValue> sizes;
    add_shape(sizes, from, source.rank);
    add_shape(sizes, to, target.rank);
    emit_check(
        ctx, prefix("!", call("parc_broadcasts", {to, from})),
        fail_message(ctx, "ValueError",
                     concat("could not broadcast input array from shape ", shape_text(source.rank),
                            " into shape ", shape_text(target.rank)),
                     sizes, stmt.range, stmt.frame));
  }
  record_view(ctx, node.value, from, false, stmt.range, stmt.frame);
  record_view(ctx, node.view, to, true, stmt.range, stmt.frame);
  const std::string assign =
      concat("parc_array_assign<", c_type(target.elem), ", ", c_type(source.elem), ">");
  emit_check(
      ctx,
      call(assign, {name("st"), address(name(frame_name(ctx, stmt.range, stmt.frame))), to, from}),
      leave_with_error(ctx));
}

CExpr lower_broadcast_for(FunctionContext& ctx, ir::ExprId id, const ir::BroadcastFor& node) {
  const ir::Expr& at = ctx[id];
  const size_t from_rank = ctx.types().get<ir::ArrayType>(ctx[node.array].type)->rank;
  const size_t rank = ctx.types().get<ir::ArrayType>(at.type)->rank;
  const CExpr from = array_operand(ctx, node.array);
  const CExpr target = array_operand(ctx, node.target);
  check_update_shapes(ctx, target, rank, from, from_rank, at);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, at.type), result, nullptr});
  emit_check(
      ctx,
      call("parc_broadcast_for", {name("st"), address(name(frame_name(ctx, at.range, at.frame))),
                                  target, from, address(name(result))}),
      leave_with_error(ctx));
  record_copy(ctx, node.array, from, name(result), at);
  return name(result);
}

}  // namespace parc::lower
