#include "codegen/legalize/totals.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/part_fields.h"
#include "ir/builder.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

CExpr combined(FunctionContext& ctx, const Accumulator& part, const CExpr& left, const CExpr& right,
               ir::ExprId at) {
  if (part.exact && part.op == ir::ReductionOp::kProduct)
    return call("parc_exact_product", {left, right});
  if (part.exact) return infix("+", left, right);
  const Applied applied =
      apply_binary(ctx, combining_op(part.op), part.kind, left, part.kind, right, at);
  return coerce(ctx, applied.value, ctx.types().scalar(applied.kind),
                ctx.types().scalar(part.kind));
}

ir::ExprId update_value(const FunctionContext& ctx, const ir::Reduction& reduction) {
  return ir::strip_coerce(ctx.function,
                          ir::stmt_if<ir::Assign>(ctx.function, reduction.updates.front())->value);
}

// lifted = lifted || more; at the first time, prefix = value + more_prefix.
void lift(FunctionContext& ctx, const Total& total, const CExpr& more, const CExpr& more_prefix) {
  if (!total.prefix.empty()) {
    emit(ctx,
         CIf{infix("&&", prefix("!", name(total.lifted)), more),
             Hint::kNone,
             {statement(CAssign{name(total.prefix), infix("+", name(total.value), more_prefix)})},
             {}});
  }
  emit(ctx, CAssign{name(total.lifted), infix("||", name(total.lifted), more)});
}

// The variable is a part itself, in a block of an outer par loop.
void add_to_outer(FunctionContext& ctx, const Accumulator& inner, const ir::Reduction& reduction,
                  const Total& total) {
  const ir::LocalId variable = reduction.variable;
  const Accumulator& outer = ctx.accumulators.at(variable);
  const CExpr target = local(ctx, variable);
  if (outer.has_two_kinds()) {
    const Total so_far{local_name(ctx, variable), "", lifted_name(ctx, variable),
                       outer.has_prefix() ? prefix_name(ctx, variable) : ""};
    lift(ctx, so_far, total.lifted.empty() ? boolean(inner.kind == outer.kind) : name(total.lifted),
         total.prefix.empty() ? integer(0) : name(total.prefix));
  }
  emit(ctx, CAssign{target,
                    combined(ctx, outer, target, name(total.value), update_value(ctx, reduction))});
  if (ctx.tracked.contains(variable))
    emit(ctx, CAssign{name(set_name(ctx, variable)), boolean(true)});
}

void emit_int_check(FunctionContext& ctx, const ir::Reduction& reduction, const CExpr& value) {
  const ir::Stmt& at = ctx[reduction.updates.front()];
  const char* what = reduction.op == ir::ReductionOp::kProduct ? "*=" : "+=";
  emit_check(ctx, prefix("!", call("parc_fits", {value})),
             fail_overflow(ctx, what, at.range, at.frame));
}

// Start and total of a mixed variable whose sum is a Python int up to the first NumPy integer.
void finish_cut_off(FunctionContext& ctx, const Accumulator& part, const ir::Reduction& reduction,
                    const Total& total) {
  const ir::LocalId variable = reduction.variable;
  const ir::TypeId type = ctx.function[variable].type;
  const auto& mixed = *ctx.types().get<ir::MixedType>(type);
  const CExpr target = local(ctx, variable);
  const CExpr start = hold(ctx, "const parc_i128", cast("parc_i128", member(target, "value")));
  const CExpr value = hold(ctx, "const parc_i128", infix("+", start, name(total.value)));
  const CExpr starts_cut_off = hold(
      ctx, "const bool", infix("==", member(target, "tag"), integer(tag_of(mixed, part.kind))));
  CBlock meets, cut, whole;
  into(ctx, meets, [&] {  // the Python int has to fit when it meets the first NumPy integer
    const CExpr before = hold(ctx, "const parc_i128", infix("+", start, name(total.prefix)));
    emit_int_check(ctx, reduction, before);
    apply_binary(ctx, ir::BinaryOp::kAdd, ir::Kind::kInt, cast("parc_i64", before), part.kind,
                 cast(c_type(part.kind), integer(0)), update_value(ctx, reduction));
  });
  into(ctx, cut, [&] {
    emit(ctx, CAssign{target, coerce(ctx, cast(c_type(part.kind), value),
                                     ctx.types().scalar(part.kind), type)});
  });
  into(ctx, whole, [&] {
    emit_int_check(ctx, reduction, value);
    emit(ctx, CAssign{target, coerce(ctx, cast("parc_i64", value),
                                     ctx.types().scalar(part.first_kind), type)});
  });
  emit(ctx, CIf{infix("&&", name(total.lifted), prefix("!", starts_cut_off)),
                Hint::kNone,
                std::move(meets),
                {}});
  emit(ctx, CIf{infix("||", name(total.lifted), starts_cut_off), Hint::kNone, std::move(cut),
                std::move(whole)});
}

void finish_plain(FunctionContext& ctx, const Accumulator& part, const ir::Reduction& reduction,
                  const Total& total) {
  const ir::LocalId variable = reduction.variable;
  const ir::TypeId type = ctx.function[variable].type;
  const auto* mixed = ctx.types().get<ir::MixedType>(type);
  const CExpr target = local(ctx, variable);
  CExpr start = mixed ? coerce(ctx, member(target, "value"), ctx.types().scalar(mixed->carrier),
                               ctx.types().scalar(part.kind))
                      : target;
  if (part.exact) start = cast("parc_i128", start);
  CExpr value = hold(ctx, part.exact ? "const parc_i128" : concat(c_type(part.kind), " const"),
                     combined(ctx, part, start, name(total.value), update_value(ctx, reduction)));
  if (part.exact) {
    emit_int_check(ctx, reduction, value);
    value = cast("parc_i64", value);
  }
  CExpr result = coerce(ctx, value, ctx.types().scalar(part.kind), type);
  if (part.has_two_kinds()) {
    const int tag = tag_of(*mixed, part.kind);
    const CExpr lifted =
        infix("||", name(total.lifted), infix("==", member(target, "tag"), integer(tag)));
    result = ternary(
        lifted, result,
        init(c_type(ctx.context, type),
             {coerce(ctx, value, ctx.types().scalar(part.kind), ctx.types().scalar(mixed->carrier)),
              integer(tag_of(*mixed, part.first_kind))}));
  }
  emit(ctx, CAssign{target, result});
}

}  // namespace

ir::BinaryOp combining_op(ir::ReductionOp op) {
  switch (op) {
    case ir::ReductionOp::kSum:
      return ir::BinaryOp::kAdd;
    case ir::ReductionOp::kProduct:
      return ir::BinaryOp::kMul;
    case ir::ReductionOp::kBitAnd:
      return ir::BinaryOp::kAnd;
    case ir::ReductionOp::kBitOr:
      return ir::BinaryOp::kOr;
    case ir::ReductionOp::kBitXor:
      return ir::BinaryOp::kXor;
    default:
      break;
  }
  internal_error("no operator combines the parts");
}

CExpr neutral(const Accumulator& part) {
  if (part.exact) return integer(part.op == ir::ReductionOp::kProduct ? 1 : 0);
  const bool single = part.kind == ir::Kind::kF32 || part.kind == ir::Kind::kC64;
  switch (part.op) {
    case ir::ReductionOp::kSum:
      if (ir::is_complex(part.kind))
        return init(c_type(part.kind), {floating(-0.0, single), floating(-0.0, single)});
      return ir::is_floating(part.kind) ? floating(-0.0, single) : integer(0);
    case ir::ReductionOp::kProduct:
      if (ir::is_complex(part.kind))
        return init(c_type(part.kind), {floating(1.0, single), floating(0.0, single)});
      return ir::is_floating(part.kind) ? floating(1.0, single) : integer(1);
    case ir::ReductionOp::kBitOr:
    case ir::ReductionOp::kBitXor:
      return cast(c_type(part.kind), integer(0));
    case ir::ReductionOp::kBitAnd:
      return ir::is_bool(part.kind) ? boolean(true) : cast(c_type(part.kind), integer(-1));
    case ir::ReductionOp::kMin:
    case ir::ReductionOp::kMax:
    case ir::ReductionOp::kAnd:
    case ir::ReductionOp::kOr:
    case ir::ReductionOp::kCombine:
      break;
  }
  internal_error("no neutral element");
}

Total begin_total(FunctionContext& ctx, const FunctionContext& block, ir::LocalId variable) {
  const Accumulator& part = block.accumulators.at(variable);
  Total total;
  const auto declare = [&](std::string& field, const std::string& type, const CExpr& value) {
    field = temporary(ctx);
    emit(ctx, CDeclare{type, field, value});
  };
  declare(total.value, part.exact ? "parc_i128" : c_type(part.kind), neutral(part));
  if (block.tracked.contains(variable)) declare(total.any, "bool", boolean(false));
  if (part.has_two_kinds()) declare(total.lifted, "bool", boolean(false));
  if (part.has_prefix()) declare(total.prefix, "parc_i128", integer(0));
  return total;
}

void add_part(FunctionContext& ctx, const FunctionContext& block, const ir::Reduction& reduction,
              const Total& total, const CExpr& part) {
  const ir::LocalId variable = reduction.variable;
  const auto field = [&](const std::string& name_of) { return member(part, name_of); };
  if (!total.lifted.empty()) {
    lift(ctx, total, field(lifted_name(ctx, variable)),
         total.prefix.empty() ? nullptr : field(prefix_name(ctx, variable)));
  }
  emit(ctx, CAssign{name(total.value),
                    combined(ctx, block.accumulators.at(variable), name(total.value),
                             field(local_name(ctx, variable)), update_value(ctx, reduction))});
  if (total.any.empty()) return;
  emit(ctx, CAssign{name(total.any), infix("||", name(total.any), field(set_name(ctx, variable)))});
}

void finish_total(FunctionContext& ctx, const FunctionContext& block,
                  const ir::Reduction& reduction, const Total& total) {
  const Accumulator& part = block.accumulators.at(reduction.variable);
  CBlock body;
  into(ctx, body, [&] {
    if (ctx.accumulators.contains(reduction.variable)) {
      add_to_outer(ctx, part, reduction, total);
    } else if (part.has_prefix()) {
      finish_cut_off(ctx, part, reduction, total);
    } else {
      finish_plain(ctx, part, reduction, total);
    }
  });
  if (total.any.empty()) {
    for (CStmt& stmt : body) emit(ctx, std::move(stmt));
  } else {
    emit(ctx, CIf{name(total.any), Hint::kNone, std::move(body), {}});
  }
}

}  // namespace parc::lower
