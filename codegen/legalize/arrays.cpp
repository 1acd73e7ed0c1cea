// Arrays that native code makes, and who keeps their memory alive: an array local that may hold
// such memory has a reference beside it (NAME_ref); expressions that make memory, or may make it,
// give their receiver a reference of its own.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/recording.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Declares an uninitialised view and allocates it with the shape in the variable `shape`.
CExpr allocate(FunctionContext& ctx, const std::string& type, const CExpr& shape, bool zero,
               const ir::Expr& at) {
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{type, result, nullptr});
  emit_check(ctx,
             call("parc_array_new",
                  {name("st"), shape, integer(zero ? 1 : 0),
                   address(name(frame_name(ctx, at.range, at.frame))), address(name(result))}),
             leave_with_error(ctx));
  record_new(ctx, name(result));
  return name(result);
}

}  // namespace

CExpr lower_new_array(FunctionContext& ctx, ir::ExprId id, const ir::NewArray& node) {
  const ir::Expr& at = ctx[id];
  const ir::Kind elem = ctx.types().get<ir::ArrayType>(at.type)->elem;
  std::vector<CExpr> sizes = lower_all(ctx, node.shape);
  for (CExpr& size : sizes) {
    size = hold(ctx, "const parc_i64", size);
    if (const __int128* value = literal(size); value && *value >= 0) continue;
    emit_check(ctx, infix("<", size, integer(0)),
               fail_message(ctx, "ValueError", "negative dimensions are not allowed", {}, at.range,
                            at.frame));
  }
  const CExpr value = node.value ? lower_held(ctx, node.value) : nullptr;
  const std::string shape = temporary(ctx);
  if (sizes.empty()) sizes.push_back(integer(1));
  emit(ctx, CDeclare{"const parc_i64", concat(shape, "[]"), init("", std::move(sizes))});
  const CExpr array =
      allocate(ctx, c_type(ctx.context, at.type), name(shape), node.fill == ir::Fill::kZeros, at);
  if (node.fill == ir::Fill::kOnes || node.fill == ir::Fill::kFull) {
    const CExpr one =
        ir::is_complex(elem) ? init(c_type(elem), {integer(1), integer(0)}) : integer(1);
    emit(ctx, CEvaluate{
                  call("parc_array_fill", {array, cast(element_type(elem), value ? value : one)})});
  }
  return array;
}

CExpr lower_copy_array(FunctionContext& ctx, ir::ExprId id, const ir::CopyArray& node) {
  const ir::Expr& at = ctx[id];
  const CExpr from = array_operand(ctx, node.array);
  const CExpr array = allocate(ctx, c_type(ctx.context, at.type), member(from, "shape"), false, at);
  record_view(ctx, node.array, from, false, at.range, at.frame);
  emit(ctx, CEvaluate{call("parc_array_copy", {array, from})});
  return array;
}

bool gives_ownership(const ir::Function& function, ir::ExprId expr) {
  return ir::expr_if<ir::Call>(function, expr) || ir::expr_if<ir::NewArray>(function, expr) ||
         ir::expr_if<ir::CopyArray>(function, expr) ||
         ir::expr_if<ir::BroadcastFor>(function, expr);
}

}  // namespace parc::lower
