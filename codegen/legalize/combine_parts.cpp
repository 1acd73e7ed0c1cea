// Putting the parts of the blocks together.
#include "codegen/legalize/combine_parts.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/part_fields.h"
#include "codegen/legalize/totals.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

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
  CExpr condition = extreme_replaces(reduction.extreme.nan, better, old_value, new_value);
  if (reduction.extreme.nan == ir::NanRule::kReplaces)
    condition = infix("||", fold.field(nan_name(fold.ctx, variable)), condition);
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

// x = merge(x, part)
void fold_combination(Fold& fold, const ir::Reduction& reduction, const CBlock& failure) {
  FunctionContext& ctx = fold.ctx;
  const ir::Function& merge = ctx.context.module[reduction.merge];
  const ir::LocalId variable = reduction.variable;
  CBlock take;
  into(ctx, take, [&] {
    const std::string result = temporary(ctx);
    emit(ctx, CDeclare{c_type(ctx.context, merge.result), result, nullptr});
    emit_check(ctx,
               call(merge.symbol, {name("st"), local(ctx, variable),
                                   fold.field(local_name(ctx, variable)), address(name(result))}),
               failure);
    emit(ctx, CAssign{local(ctx, variable),
                      coerce(ctx, name(result), merge.result, ctx.function[variable].type)});
  });
  mark_set(ctx, take, variable);
  fold.body.push_back(
      statement(CIf{fold.field(set_name(ctx, variable)), Hint::kNone, std::move(take), {}}));
}

void fold_settling(Fold& fold, const ir::Reduction& reduction) {
  is_extreme(reduction) ? fold_extreme(fold, reduction) : fold_logical(fold, reduction);
}

bool settles(const ir::Reduction& reduction) {
  return is_extreme(reduction) || is_logical(reduction);
}

}  // namespace

std::vector<ir::LocalId> settled_variables(const ir::LoopFacts& facts) {
  std::vector<ir::LocalId> variables;
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
    if (!settles(reduction)) continue;
    variables.push_back(reduction.variable);
    const std::vector<ir::LocalId>& companions = reduction.extreme.companions;
    variables.insert(variables.end(), companions.begin(), companions.end());
  }
  return variables;
}

void fold_settled(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                  const CExpr& part) {
  Fold fold{ctx, block, part, {}};
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
    if (settles(reduction)) fold_settling(fold, reduction);
  }
  for (CStmt& stmt : fold.body) emit(ctx, std::move(stmt));
}

void combine_parts(FunctionContext& ctx, const FunctionContext& block, const ir::LoopFacts& facts,
                   const std::string& parts, const std::string& count, const CBlock& failure) {
  const std::string index = temporary(ctx);
  Fold fold{ctx, block, element(name(parts), name(index)), {}};
  std::vector<std::pair<const ir::Reduction*, Total>> totals;
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
    if (settles(reduction)) {
      fold_settling(fold, reduction);
    } else if (reduction.op == ir::ReductionOp::kCombine) {
      fold_combination(fold, reduction, failure);
    } else {
      const Total total = begin_total(ctx, block, reduction.variable);
      into(ctx, fold.body, [&] { add_part(ctx, block, reduction, total, fold.part); });
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
