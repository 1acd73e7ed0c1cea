// Updates of accumulators inside a block.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/reductions.h"
#include "ir/analysis/interval.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// The value of an operand as one kind: a mixed one as its carrier.
ErrorValue single_kind(FunctionContext& ctx, ir::ExprId expr) {
  const CExpr value = lower_held(ctx, expr);
  if (const auto* mixed = ctx.types().get<ir::MixedType>(ctx[expr].type)) {
    return {member(value, "value"), mixed->carrier};
  }
  return {value, ctx.types().kind(ctx[expr].type)};
}

void update_exact(FunctionContext& ctx, ir::LocalId target, ir::BinaryOp op, ir::ExprId operand) {
  const CExpr accumulator = local(ctx, target);
  const CExpr term = cast("parc_i128", lower(ctx, operand));
  const CExpr value = op == ir::BinaryOp::kMul   ? call("parc_exact_product", {accumulator, term})
                      : op == ir::BinaryOp::kSub ? infix("-", accumulator, term)
                                                 : infix("+", accumulator, term);
  emit(ctx, CAssign{accumulator, value});
}

void update_native(FunctionContext& ctx, ir::LocalId target, const Accumulator& part,
                   ir::BinaryOp op, ir::ExprId operand, ir::ExprId at) {
  const CExpr accumulator = local(ctx, target);
  const ErrorValue term = single_kind(ctx, operand);
  const Applied applied = apply_binary(ctx, op, part.kind, accumulator, term.kind, term.value, at);
  CStmt assign =
      statement(CAssign{accumulator, coerce(ctx, applied.value, ctx.types().scalar(applied.kind),
                                            ctx.types().scalar(part.kind))});
  const bool regroup = ir::is_floating(part.kind) &&
                       (part.op == ir::ReductionOp::kSum || part.op == ir::ReductionOp::kProduct);
  if (regroup) {
    emit(ctx, CReassociate{{std::move(assign)}});
  } else {
    emit(ctx, std::move(assign));
  }
}

// acc = acc op term, for every term of the chain around the one read of the variable.
void update_chain(FunctionContext& ctx, ir::LocalId target, const Accumulator& part,
                  ir::ExprId expr) {
  expr = ir::strip_coerce(ctx.function, expr);
  if (ir::read_local(ctx.function, expr) == target) return;
  const auto* binary = ir::expr_if<ir::Binary>(ctx.function, expr);
  if (!binary) internal_error("an update is no chain of operations", ctx[expr].range);
  const bool on_left = ir::count_reads(ctx.function, binary->left, target) > 0;
  update_chain(ctx, target, part, on_left ? binary->left : binary->right);
  const ir::ExprId operand = on_left ? binary->right : binary->left;
  if (part.exact) {
    update_exact(ctx, target, binary->op, operand);
  } else {
    update_native(ctx, target, part, binary->op, operand, expr);
  }
}

}  // namespace

bool lower_reduction_update(FunctionContext& ctx, ir::StmtId stmt) {
  const auto found = ctx.update_of.find(stmt);
  if (found == ctx.update_of.end()) return false;
  const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, stmt);
  if (!assign) internal_error("an update is no assignment", ctx[stmt].range);
  update_chain(ctx, found->second, ctx.accumulators.at(found->second), assign->value);
  if (ctx.tracked.contains(found->second)) {
    emit(ctx, CAssign{name(concat(local_name(ctx, found->second), "_set")), boolean(true)});
  }
  return true;
}

}  // namespace parc::lower
