// Updates of accumulators inside a block.
#include "codegen/legalize/accumulate.h"
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/part_fields.h"
#include "ir/analysis/total_kinds.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// An operand of an update: a mixed one has its value as its carrier here, and a tag.
struct Operand {
  CExpr value;
  ir::Kind kind;
  CExpr tag;  // null: not mixed
  std::vector<ir::Kind> kinds;
};

Operand lower_operand(FunctionContext& ctx, ir::ExprId expr) {
  const CExpr value = lower_held(ctx, expr);
  if (const auto* mixed = ctx.types().get<ir::MixedType>(ctx[expr].type)) {
    return {member(value, "value"), mixed->carrier, member(value, "tag"), mixed->kinds};
  }
  const ir::Kind kind = ctx.types().kind(ctx[expr].type);
  return {value, kind, nullptr, {kind}};
}

void update_exact(FunctionContext& ctx, const CExpr& accumulator, ir::BinaryOp op,
                  const Operand& operand) {
  const CExpr term = cast("parc_i128", operand.value);
  const CExpr value = op == ir::BinaryOp::kMul   ? call("parc_exact_product", {accumulator, term})
                      : op == ir::BinaryOp::kSub ? infix("-", accumulator, term)
                                                 : infix("+", accumulator, term);
  emit(ctx, CAssign{accumulator, value});
}

void update_native(FunctionContext& ctx, const CExpr& accumulator, const Accumulator& part,
                   ir::BinaryOp op, const Operand& term, ir::ExprId at) {
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

// Whether the operand makes the total its second kind: null when it never does.
CExpr lifts(const Accumulator& part, ir::BinaryOp op, const Operand& operand) {
  CExpr condition;
  bool always = true;
  for (size_t k = 0; k < operand.kinds.size(); ++k) {
    if (ir::binary_kind(op, part.first_kind, operand.kinds[k]) != part.kind) {
      always = false;
      continue;
    }
    if (!operand.tag) continue;
    const CExpr is_this = infix("==", operand.tag, integer(static_cast<int64_t>(k)));
    condition = condition ? infix("||", condition, is_this) : is_this;
  }
  return always ? boolean(true) : condition;
}

// A Python int that the total's kind does not hold: the operation as it stands raises.
void check_start(FunctionContext& ctx, ir::LocalId variable, ir::BinaryOp op,
                 const Operand& operand, ir::ExprId at) {
  const auto& mixed = *ctx.types().get<ir::MixedType>(ctx.function[variable].type);
  const CExpr start = name(start_name(ctx, variable));
  CBlock check;
  into(ctx, check, [&] {
    apply_binary(ctx, op, ir::Kind::kInt, member(start, "value"), operand.kind, operand.value, at);
  });
  emit(ctx, CIf{infix("==", member(start, "tag"), integer(tag_of(mixed, ir::Kind::kInt))),
                Hint::kUnlikely,
                std::move(check),
                {}});
}

// Records that the operand makes the total its second kind, and what it was before.
void record_lift(FunctionContext& ctx, ir::LocalId variable, const Accumulator& part,
                 const CExpr& lifted) {
  const CExpr flag = name(lifted_name(ctx, variable));
  if (part.has_prefix()) {
    emit(ctx, CIf{conjunction(lifted, prefix("!", flag)),
                  Hint::kNone,
                  {statement(CAssign{name(prefix_name(ctx, variable)), local(ctx, variable)})},
                  {}});
  }
  emit(ctx, CAssign{flag, infix("||", lifted, flag)});
}

void update_step(FunctionContext& ctx, ir::LocalId variable, const ir::ChainStep& step) {
  const Accumulator& part = ctx.accumulators.at(variable);
  const CExpr accumulator = local(ctx, variable);
  const Operand operand = lower_operand(ctx, step.operand);
  if (part.checks_start) check_start(ctx, variable, step.op, operand, step.whole);
  const CExpr lifted = part.has_two_kinds() ? lifts(part, step.op, operand) : nullptr;
  if (lifted) record_lift(ctx, variable, part, lifted);
  if (part.exact) {
    update_exact(ctx, accumulator, step.op, operand);
  } else {
    update_native(ctx, accumulator, part, step.op, operand, step.whole);
  }
}

}  // namespace

bool lower_reduction_update(FunctionContext& ctx, ir::StmtId stmt) {
  const auto found = ctx.update_of.find(stmt);
  if (found == ctx.update_of.end()) return false;
  const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, stmt);
  if (!assign) internal_error("an update is no assignment", ctx[stmt].range);
  for (const ir::ChainStep& step : ir::chain_steps(ctx.function, assign->value, found->second)) {
    update_step(ctx, found->second, step);
  }
  if (ctx.tracked.contains(found->second)) {
    emit(ctx, CAssign{name(set_name(ctx, found->second)), boolean(true)});
  }
  return true;
}

}  // namespace parc::lower
