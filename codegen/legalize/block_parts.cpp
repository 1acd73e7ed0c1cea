// What a block contributes: the variables that hold its part, and the struct that it leaves.
#include "codegen/legalize/block_parts.h"
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/part_fields.h"
#include "codegen/legalize/totals.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

const Accumulator* accumulator(const FunctionContext& ctx, ir::LocalId variable) {
  const auto part = ctx.accumulators.find(variable);
  return part == ctx.accumulators.end() ? nullptr : &part->second;
}

}  // namespace

std::string variable_type(FunctionContext& ctx, ir::LocalId variable) {
  const auto found = ctx.accumulators.find(variable);
  if (found == ctx.accumulators.end()) return c_type(ctx.context, ctx.function[variable].type);
  return found->second.exact ? "parc_i128" : c_type(found->second.kind);
}

void plan_parts(FunctionContext& block, const ir::LoopFacts& facts) {
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
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
    if (is_logical(reduction) || reduction.op == ir::ReductionOp::kCombine) {
      block.tracked.insert(reduction.variable);
      continue;
    }
    const ir::Kind kind = reduction.total_kinds.back();
    const ir::Kind first_kind = reduction.total_kinds.front();
    const bool exact = first_kind == ir::Kind::kInt && (reduction.op == ir::ReductionOp::kSum ||
                                                        reduction.op == ir::ReductionOp::kProduct);
    block.accumulators[reduction.variable] = {reduction.op, kind, first_kind, exact,
                                              reduction.start_may_exceed};
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
    const Accumulator* part = accumulator(block, variable);
    if (part && part->has_two_kinds()) out.fields.push_back({"bool", lifted_name(block, variable)});
    if (part && part->has_prefix())
      out.fields.push_back({"parc_i128", prefix_name(block, variable)});
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
  const auto identity = [&](const ir::Reduction& reduction) {
    return coerce(block, local(block, reduction.identity), block.function[reduction.identity].type,
                  block.function[reduction.variable].type);
  };
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
    const ir::LocalId variable = reduction.variable;
    const Accumulator* part = accumulator(block, variable);
    const CExpr first = part                                        ? neutral(*part)
                        : reduction.op == ir::ReductionOp::kCombine ? identity(reduction)
                                                                    : start(variable);
    emit(block, CDeclare{variable_type(block, variable), local_name(block, variable), first});
    if (part && part->checks_start) {
      emit(block, CDeclare{concat(c_type(block.context, block.function[variable].type), " const"),
                           start_name(block, variable), start(variable)});
    }
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
    const Accumulator* part = accumulator(block, variable);
    if (part && part->has_two_kinds())
      emit(block, CDeclare{"bool", lifted_name(block, variable), boolean(false)});
    if (part && part->has_prefix())
      emit(block, CDeclare{"parc_i128", prefix_name(block, variable), integer(0)});
  }
}

void end_parts(FunctionContext& block, const ir::LoopFacts& facts) {
  const auto store = [&](const std::string& field) {
    emit(block, CAssign{arrow(name("parc_out"), field), name(field)});
  };
  for (const ir::LocalId variable : contributed(facts)) {
    if (block.tracked.contains(variable)) store(set_name(block, variable));
    if (block.nan_tracked.contains(variable)) store(nan_name(block, variable));
    const Accumulator* part = accumulator(block, variable);
    if (part && part->has_two_kinds()) store(lifted_name(block, variable));
    if (part && part->has_prefix()) store(prefix_name(block, variable));
    if (!block.owning.contains(variable)) {
      store(local_name(block, variable));
      continue;
    }
    // A variable that was not assigned holds no array.
    CBlock kept;
    into(block, kept, [&] {
      store(local_name(block, variable));
      std::vector<CExpr> bases;
      bases_of(block.types(), local(block, variable), block.function[variable].type, bases);
      for (const CExpr& base : bases) emit(block, CEvaluate{call("parc_ref::retain", {base})});
    });
    const CExpr set = name(set_name(block, decider(facts, variable)));
    emit(block, CIf{set, Hint::kNone, std::move(kept), {}});
  }
}

namespace {

// Gives up the memory that a part keeps alive.
CBlock release_part(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& part) {
  std::vector<CExpr> bases;
  for (const ir::LocalId variable : contributed(facts)) {
    if (!ctx.owning.contains(variable)) continue;
    bases_of(ctx.types(), member(part, local_name(ctx, variable)), ctx.function[variable].type,
             bases);
  }
  if (facts.has_return) bases_of(ctx.types(), member(part, "result"), ctx.function.result, bases);
  CBlock release;
  for (const CExpr& base : bases) {
    release.push_back(statement(CEvaluate{call("parc_ref::release", {base})}));
  }
  return release;
}

}  // namespace

void clear_part(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& part,
                const std::string& struct_name) {
  for (CStmt& stmt : release_part(ctx, facts, part)) emit(ctx, std::move(stmt));
  emit(ctx, CAssign{part, call(struct_name, {})});
}

void free_parts(FunctionContext& ctx, const ir::LoopFacts& facts, const std::string& parts,
                const CExpr& blocks) {
  const std::string index = temporary(ctx);
  CBlock release = release_part(ctx, facts, element(name(parts), name(index)));
  if (!release.empty()) emit(ctx, CFor{index, integer(0), blocks, integer(1), std::move(release)});
  emit(ctx, CEvaluate{call("parc_scratch_free", {name(parts)})});
}

}  // namespace parc::lower
