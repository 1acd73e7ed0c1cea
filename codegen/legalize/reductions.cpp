#include "codegen/legalize/reductions.h"

#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "ir/builder.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

bool is_extreme(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kMin || reduction.op == ir::ReductionOp::kMax;
}
bool is_logical(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kAnd || reduction.op == ir::ReductionOp::kOr;
}

// Kind of the total: what the updates compute.
ir::Kind total_kind(const FunctionContext& ctx, const ir::Reduction& reduction) {
  const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, reduction.updates.front());
  if (!assign) internal_error("an update is no assignment", ctx[reduction.updates.front()].range);
  const ir::TypeId type = ctx[ir::strip_coerce(ctx.function, assign->value)].type;
  if (const auto* mixed = ctx.types().get<ir::MixedType>(type)) return mixed->carrier;
  return ctx.types().kind(type);
}

// Neutral element of an accumulator.
CExpr identity(const Accumulator& part) {
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
      break;
  }
  internal_error("no neutral element");
}

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

std::string set_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_set");
}
std::string nan_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_nan");
}

// Every variable that a block hands back, in a fixed order.
std::vector<ir::LocalId> contributed(const ir::LoopFacts& facts) {
  std::vector<ir::LocalId> locals;
  for (const ir::Reduction& reduction : facts.reductions) {
    locals.push_back(reduction.variable);
    for (const ir::LocalId companion : reduction.extreme.companions) locals.push_back(companion);
  }
  for (const ir::VariableFact& fact : facts.variables) {
    const bool is_companion = std::find(locals.begin(), locals.end(), fact.local) != locals.end();
    if (fact.sharing == ir::Sharing::kLastValue && !is_companion) locals.push_back(fact.local);
  }
  return locals;
}

bool is_companion(const ir::LoopFacts& facts, ir::LocalId variable) {
  for (const ir::Reduction& reduction : facts.reductions) {
    const auto& companions = reduction.extreme.companions;
    if (std::find(companions.begin(), companions.end(), variable) != companions.end()) return true;
  }
  return false;
}

}  // namespace

std::string variable_type(FunctionContext& ctx, ir::LocalId variable) {
  const auto found = ctx.accumulators.find(variable);
  if (found == ctx.accumulators.end()) return c_type(ctx.context, ctx.function[variable].type);
  return found->second.exact ? "parc_i128" : c_type(found->second.kind);
}

void plan_parts(FunctionContext& block, const ir::LoopFacts& facts) {
  for (const ir::Reduction& reduction : facts.reductions) {
    const bool is_mixed =
        block.types().get<ir::MixedType>(block.function[reduction.variable].type) != nullptr;
    if (is_extreme(reduction)) {
      const bool plain = reduction.extreme.companions.empty() &&
                         reduction.extreme.nan == ir::NanRule::kKeeps && !is_mixed &&
                         (reduction.extreme.compare == ir::CompareOp::kGt ||
                          reduction.extreme.compare == ir::CompareOp::kLt);
      if (!plain) block.tracked.insert(reduction.variable);
      if (reduction.extreme.nan == ir::NanRule::kReplaces)
        block.nan_tracked.insert(reduction.variable);
      continue;
    }
    if (is_logical(reduction)) {
      block.tracked.insert(reduction.variable);
      continue;
    }
    const ir::Kind kind = total_kind(block, reduction);
    const bool exact = kind == ir::Kind::kInt && (reduction.op == ir::ReductionOp::kSum ||
                                                  reduction.op == ir::ReductionOp::kProduct);
    block.accumulators[reduction.variable] = {reduction.op, kind, exact};
    if (is_mixed) block.tracked.insert(reduction.variable);
    for (const ir::StmtId update : reduction.updates) block.update_of[update] = reduction.variable;
  }
  for (const ir::VariableFact& fact : facts.variables) {
    if (fact.sharing == ir::Sharing::kLastValue && !is_companion(facts, fact.local))
      block.tracked.insert(fact.local);
  }
}

std::string declare_output(FunctionContext& block, const ir::LoopFacts& facts,
                           const std::string& struct_name) {
  CStruct out{struct_name, {}};
  for (const ir::LocalId variable : contributed(facts)) {
    out.fields.push_back({variable_type(block, variable), local_name(block, variable)});
    if (block.tracked.contains(variable)) out.fields.push_back({"bool", set_name(block, variable)});
    if (block.nan_tracked.contains(variable))
      out.fields.push_back({"bool", nan_name(block, variable)});
  }
  if (facts.has_return)
    out.fields.push_back({c_type(block.context, block.function.result), "result"});
  if (out.fields.empty()) return "";
  block.context.program.declarations.emplace_back(std::move(out));
  return struct_name;
}

void begin_parts(FunctionContext& block, const ir::LoopFacts& facts) {
  const auto start = [&](ir::LocalId variable) {
    return arrow(name("parc_env"), local_name(block, variable));
  };
  for (const ir::Reduction& reduction : facts.reductions) {
    const ir::LocalId variable = reduction.variable;
    const auto part = block.accumulators.find(variable);
    CExpr first = part != block.accumulators.end() ? identity(part->second) : start(variable);
    emit(block, CDeclare{variable_type(block, variable), local_name(block, variable), first});
    if (block.nan_tracked.contains(variable)) {
      // A NaN gives way to the first item, as if there had been nothing before.
      const auto* mixed = block.types().get<ir::MixedType>(block.function[variable].type);
      const CExpr value = mixed ? member(local(block, variable), "value") : local(block, variable);
      const ir::Kind kind =
          mixed ? mixed->carrier : block.types().kind(block.function[variable].type);
      if (ir::is_floating(kind)) emit(block, CAssign{value, floating(__builtin_nan(""))});
      emit(block, CDeclare{"bool", nan_name(block, variable), boolean(false)});
    }
  }
  for (const ir::LocalId variable : contributed(facts)) {
    if (block.tracked.contains(variable))
      emit(block, CDeclare{"bool", set_name(block, variable), boolean(false)});
  }
}

void end_parts(FunctionContext& block, const ir::LoopFacts& facts) {
  const auto store = [&](const std::string& field) {
    emit(block, CAssign{arrow(name("parc_out"), field), name(field)});
  };
  for (const ir::LocalId variable : contributed(facts)) {
    store(local_name(block, variable));
    if (block.tracked.contains(variable)) store(set_name(block, variable));
    if (block.nan_tracked.contains(variable)) store(nan_name(block, variable));
    if (!block.owning.contains(variable)) continue;
    std::vector<CExpr> bases;
    bases_of(block.types(), local(block, variable), block.function[variable].type, bases);
    for (const CExpr& base : bases) emit(block, CEvaluate{call("parc_ref::retain", {base})});
  }
}

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

void fold_extreme(Fold& fold, const ir::Reduction& reduction) {
  CBlock take;
  const auto copy = [&](ir::LocalId variable) {
    const std::string field = local_name(fold.ctx, variable);
    take.push_back(statement(CAssign{local(fold.ctx, variable), fold.field(field)}));
    mark_set(fold.ctx, take, variable);
  };
  const CExpr condition = replaces(fold, reduction);
  copy(reduction.variable);
  for (const ir::LocalId companion : reduction.extreme.companions) copy(companion);
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
  if (fold.ctx.owning.contains(variable)) {
    std::vector<CExpr> bases;
    bases_of(fold.ctx.types(), fold.field(local_name(fold.ctx, variable)),
             fold.ctx.function[variable].type, bases);
    for (size_t k = 0; k < bases.size(); ++k) {
      take.push_back(statement(CEvaluate{
          call(concat(local_name(fold.ctx, variable), "_ref[", k, "].take"), {bases[k]})}));
    }
  }
  take.push_back(
      statement(CAssign{local(fold.ctx, variable), fold.field(local_name(fold.ctx, variable))}));
  mark_set(fold.ctx, take, variable);
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
