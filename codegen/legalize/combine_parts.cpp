// Putting the parts of the blocks together.
#include "codegen/legalize/reductions.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/part_fields.h"
#include "ir/builder.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

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

// One fold over the blocks that count.
struct Fold {
  FunctionContext& ctx;
  const FunctionContext& block;
  CExpr part;  // parts[b]
  CBlock body;

  CExpr field(const std::string& name_of) const { return member(part, name_of); }
};

CExpr carried(FunctionContext& ctx, const CExpr& value, ir::LocalId variable) {
  return ctx.types().get<ir::MixedType>(ctx.function[variable].type) ? member(value, "value")
                                                                     : value;
}

// Whether the part replaces the extreme found so far.
CExpr replaces(Fold& fold, const ir::Reduction& reduction) {
  const ir::LocalId variable = reduction.variable;
  const CExpr old_value = carried(fold.ctx, local(fold.ctx, variable), variable);
  const CExpr new_value = carried(fold.ctx, fold.field(local_name(fold.ctx, variable)), variable);
  const CExpr better = infix(ir::spelling(reduction.extreme.compare), new_value, old_value);
  CExpr condition = better;
  switch (reduction.extreme.nan) {
    case ir::NanRule::kKeeps:
      break;
    case ir::NanRule::kReplaces:
      condition = infix("||", fold.field(nan_name(fold.ctx, variable)),
                        infix("||", better, infix("!=", old_value, old_value)));
      break;
    case ir::NanRule::kPropagates:
      condition = infix("&&", infix("==", old_value, old_value),
                        infix("||", infix("!=", new_value, new_value), better));
      break;
    case ir::NanRule::kIgnored:
      condition =
          infix("||", better,
                infix("&&", infix("!=", old_value, old_value), infix("==", new_value, new_value)));
      break;
  }
  return fold.block.tracked.contains(variable)
             ? conjunction(fold.field(set_name(fold.ctx, variable)), condition)
             : condition;
}

void mark_set(FunctionContext& ctx, CBlock& body, ir::LocalId variable) {
  if (ctx.tracked.contains(variable))
    body.push_back(statement(CAssign{name(set_name(ctx, variable)), boolean(true)}));
}

// The variable takes its value from the part.
void take_part(Fold& fold, CBlock& take, ir::LocalId variable) {
  const CExpr value = fold.field(local_name(fold.ctx, variable));
  if (fold.ctx.owning.contains(variable)) {
    std::vector<CExpr> bases;
    bases_of(fold.ctx.types(), value, fold.ctx.function[variable].type, bases);
    for (size_t k = 0; k < bases.size(); ++k) {
      const std::string share = concat(local_name(fold.ctx, variable), "_ref[", k, "].share");
      take.push_back(statement(CEvaluate{call(share, {bases[k]})}));
    }
  }
  take.push_back(statement(CAssign{local(fold.ctx, variable), value}));
  mark_set(fold.ctx, take, variable);
}

void fold_extreme(Fold& fold, const ir::Reduction& reduction) {
  CBlock take;
  const CExpr condition = replaces(fold, reduction);
  take_part(fold, take, reduction.variable);
  for (const ir::LocalId companion : reduction.extreme.companions) take_part(fold, take, companion);
  if (fold.ctx.nan_tracked.contains(reduction.variable)) {
    const std::string nan = nan_name(fold.ctx, reduction.variable);
    take.push_back(statement(CAssign{name(nan), infix("||", name(nan), fold.field(nan))}));
  }
  fold.body.push_back(statement(CIf{condition, Hint::kNone, std::move(take), {}}));
}

void fold_logical(Fold& fold, const ir::Reduction& reduction) {
  const CExpr old_value =
      carried(fold.ctx, local(fold.ctx, reduction.variable), reduction.variable);
  const CExpr new_value = fold.field(local_name(fold.ctx, reduction.variable));
  const bool is_and = reduction.op == ir::ReductionOp::kAnd;
  const auto decides = [&](const CExpr& value) { return is_and ? prefix("!", value) : value; };
  const auto leaves_open = [&](const CExpr& value) { return is_and ? value : prefix("!", value); };
  // `x and e` is the first e that decides, or the last one; `e and x` is the last e that decides.
  const CExpr counts = reduction.lazy ? leaves_open(old_value)
                                      : decides(carried(fold.ctx, new_value, reduction.variable));
  CBlock take{statement(CAssign{local(fold.ctx, reduction.variable), new_value})};
  mark_set(fold.ctx, take, reduction.variable);
  const CExpr set = fold.field(set_name(fold.ctx, reduction.variable));
  fold.body.push_back(statement(CIf{conjunction(set, counts), Hint::kNone, std::move(take), {}}));
}

void fold_last_value(Fold& fold, ir::LocalId variable) {
  CBlock take;
  take_part(fold, take, variable);
  fold.body.push_back(
      statement(CIf{fold.field(set_name(fold.ctx, variable)), Hint::kNone, std::move(take), {}}));
}

// Totals: folded into a variable of their own first; the start comes last.
struct Total {
  std::string value, any;  // C names; `any` "" unless the variable is mixed
};

Total begin_total(FunctionContext& ctx, const FunctionContext& block, ir::LocalId variable) {
  const Accumulator& part = block.accumulators.at(variable);
  Total total{temporary(ctx), ""};
  emit(ctx, CDeclare{part.exact ? "parc_i128" : c_type(part.kind), total.value, identity(part)});
  if (block.tracked.contains(variable)) {
    total.any = temporary(ctx);
    emit(ctx, CDeclare{"bool", total.any, boolean(false)});
  }
  return total;
}

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

void finish_total(FunctionContext& ctx, const FunctionContext& block,
                  const ir::Reduction& reduction, const Total& total) {
  const ir::LocalId variable = reduction.variable;
  const Accumulator& part = block.accumulators.at(variable);
  const ir::TypeId type = ctx.function[variable].type;
  const CExpr target = local(ctx, variable);
  CBlock body;
  into(ctx, body, [&] {
    if (ctx.accumulators.contains(variable)) {  // the part of an outer par loop
      emit(ctx, CAssign{target, combined(ctx, part, target, name(total.value),
                                         update_value(ctx, reduction))});
      if (ctx.tracked.contains(variable))
        emit(ctx, CAssign{name(set_name(ctx, variable)), boolean(true)});
      return;
    }
    const auto* mixed = ctx.types().get<ir::MixedType>(type);
    CExpr start = mixed ? coerce(ctx, member(target, "value"), ctx.types().scalar(mixed->carrier),
                                 ctx.types().scalar(part.kind))
                        : target;
    if (part.exact) start = cast("parc_i128", start);
    CExpr value = hold(ctx, part.exact ? "const parc_i128" : concat(c_type(part.kind), " const"),
                       combined(ctx, part, start, name(total.value), update_value(ctx, reduction)));
    if (part.exact) {
      const ir::Stmt& at = ctx[reduction.updates.front()];
      const char* what = part.op == ir::ReductionOp::kProduct ? "*=" : "+=";
      emit_check(ctx, prefix("!", call("parc_fits", {value})),
                 fail_overflow(ctx, what, at.range, at.frame));
      value = cast("parc_i64", value);
    }
    emit(ctx, CAssign{target, coerce(ctx, value, ctx.types().scalar(part.kind), type)});
  });
  if (total.any.empty()) {
    for (CStmt& stmt : body) emit(ctx, std::move(stmt));
  } else {
    emit(ctx, CIf{name(total.any), Hint::kNone, std::move(body), {}});
  }
}

}  // namespace

void combine_parts(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                   const std::string& parts, const std::string& count) {
  const std::string index = temporary(ctx);
  Fold fold{ctx, block, element(name(parts), name(index)), {}};
  std::vector<std::pair<const ir::Reduction*, Total>> totals;
  for (const ir::Reduction& reduction : facts.reductions) {
    if (is_extreme(reduction)) {
      fold_extreme(fold, reduction);
    } else if (is_logical(reduction)) {
      fold_logical(fold, reduction);
    } else {
      const Total total = begin_total(ctx, block, reduction.variable);
      const CExpr part = fold.field(local_name(ctx, reduction.variable));
      into(ctx, fold.body, [&] {
        emit(ctx, CAssign{name(total.value),
                          combined(ctx, block.accumulators.at(reduction.variable),
                                   name(total.value), part, update_value(ctx, reduction))});
        if (total.any.empty()) return;
        const CExpr set = fold.field(set_name(ctx, reduction.variable));
        emit(ctx, CAssign{name(total.any), infix("||", name(total.any), set)});
      });
      totals.emplace_back(&reduction, total);
    }
  }
  for (const ir::VariableFact& fact : facts.variables) {
    if (fact.sharing == ir::Sharing::kLastValue && !is_companion(facts, fact.local))
      fold_last_value(fold, fact.local);
  }
  if (!fold.body.empty())
    emit(ctx, CFor{index, integer(0), name(count), integer(1), std::move(fold.body)});
  for (const auto& [reduction, total] : totals) finish_total(ctx, block, *reduction, total);
}

}  // namespace parc::lower
