#include "codegen/legalize/block_functions.h"

#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/functions.h"
#include "codegen/legalize/reductions.h"
#include "codegen/legalize/region.h"
#include "codegen/legalize/statements.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Locals that the block function has to get from outside.
bool comes_from_outside(const std::set<ir::LocalId>& assigned, const ir::LoopFacts& facts,
                        ir::LocalId variable) {
  if (!assigned.contains(variable)) return true;
  for (const ir::VariableFact& fact : facts.variables) {
    if (fact.local == variable && fact.copy_in) return true;
  }
  for (const ir::Reduction& reduction : facts.reductions) {
    const bool needs_start = reduction.op == ir::ReductionOp::kMin ||
                             reduction.op == ir::ReductionOp::kMax ||
                             reduction.op == ir::ReductionOp::kAnd ||
                             reduction.op == ir::ReductionOp::kOr || reduction.start_may_exceed;
    if (reduction.variable == variable && needs_start) return true;
  }
  return false;
}

bool is_reduction(const ir::LoopFacts& facts, ir::LocalId variable) {
  for (const ir::Reduction& reduction : facts.reductions) {
    if (reduction.variable == variable) return true;
  }
  return false;
}

CStmt iterations(const FunctionContext& block, const CExpr& first, const CExpr& last, CBlock body) {
  return statement(CScope{{statement(CFor{block.block_index, first, last, integer(1),
                                          std::move(body), origin_of(block, block.par)})}});
}

// A block that hands a part back can be long: it is run in strips, with a look in between at the
// signals and at whether it still counts.
CStmt strips(const FunctionContext& block, CBlock body) {
  const CExpr first = name("parc_begin"), end = name("parc_end"), last = name("parc_last");
  const CExpr strip = arrow(name("parc_env"), "parc_strip");
  const CExpr skipped = call("parc_block_skipped", {arrow(name("parc_env"), "parc_run"), end});
  const CExpr stopped = call("parc_leave", {name("parc_at"), end, name("PARC_EVENT_STOP")});
  const auto leave_if = [](const CExpr& condition, const CExpr& event) {
    return statement(CIf{condition, Hint::kUnlikely, {statement(CReturn{event})}, {}});
  };
  CBlock between{leave_if(skipped, name("PARC_EVENT_NONE")),
                 leave_if(call("parc_due", {name("st"), strip}), stopped)};
  CBlock one{
      statement(CDeclare{"const parc_i64", "parc_end", call("parc_end_of", {first, strip, last})})};
  one.push_back(iterations(block, first, end, std::move(body)));
  one.push_back(statement(CIf{infix("<", end, last), Hint::kUnlikely, std::move(between), {}}));
  return statement(CFor{"parc_begin", name("parc_first"), last, strip, std::move(one)});
}

struct BlockFunction {
  CFunction function;
  std::set<ir::LocalId> used;
  Region region;
  std::vector<RemainingCheck> checks;
};

// Writes one version of the block function.
BlockFunction write_block(FunctionContext& outer, ir::StmtId id, const ir::Loop& node,
                          const ir::LoopFacts& facts, bool fast, const std::string& base_name,
                          std::string& output) {
  BlockFunction result;
  std::vector<std::string> keeps;
  FunctionContext block{outer.context, outer.id, outer.function};
  block.exit = Exit::kBlock;
  block.used = &result.used;
  block.owning = outer.owning;
  block.temporaries = outer.temporaries;
  block.keeps = &keeps;
  block.region = &result.region;
  block.checks = &result.checks;
  block.par = node.header;
  block.block_index = local_name(outer, node.index);
  block.loops.push_back({true, ""});
  plan_parts(block, facts);
  if (output.empty()) output = declare_output(block, facts, concat(base_name, "_out"));

  const std::set<ir::LocalId> assigned = assigned_locals(outer.function, node.body);
  result.region.fast = fast;
  result.region.modified = assigned;
  result.region.modified.insert(node.index);
  result.region.bounds[node.index] = {integer(0), plus(point(name(trip_name(id))).hi, -1)};

  CBlock body;
  into(block, body, [&] { emit_loop_body(block, node); });
  result.used.erase(node.index);

  CBlock code;
  block.line = 0;
  into(block, code, [&] {
    for (const ir::LocalId variable : result.used) {
      const bool inner_index =
          assigned.contains(variable) && outer.function[variable].role == ir::LocalRole::kIndex;
      if (inner_index || is_reduction(facts, variable)) continue;
      const std::string type = c_type(outer.context, outer.function[variable].type);
      const bool copied = comes_from_outside(assigned, facts, variable);
      const CExpr value = copied ? arrow(name("parc_env"), local_name(outer, variable)) : nullptr;
      emit(block, CDeclare{assigned.contains(variable) ? type : concat(type, " const"),
                           local_name(outer, variable), value});
      if (assigned.contains(variable) && outer.owning.contains(variable))
        declare_references(block, variable);
    }
    begin_parts(block, facts);
    for (const std::string& keep : keeps) emit(block, CDeclare{"parc_ref", keep, nullptr});
    emit(block, CDeclare{"parc_i32", "parc_event", name("PARC_EVENT_NONE")});
    emit(block, output.empty()
                    ? iterations(block, name("parc_first"), name("parc_last"), std::move(body))
                    : strips(block, std::move(body)));
    if (facts.has_break || facts.has_return) emit(block, CLabel{"parc_done"});
    end_parts(block, facts);
    emit(block, CReturn{name("parc_event")});
  });
  for (const ir::Reduction& reduction : facts.reductions) result.used.insert(reduction.variable);

  result.function.hint = FunctionHint::kNoInline;
  result.function.origin = node.header;
  result.function.result = "parc_i32";
  result.function.name = concat(base_name, fast ? "_fast" : "_checked");
  result.function.parameters = {{"parc_state*", "st"},
                                {concat("const ", base_name, "_env*"), "parc_env"},
                                {"parc_i64", "parc_first"},
                                {"parc_i64", "parc_last"},
                                {concat(output.empty() ? "void" : output, "*"), "parc_out"},
                                {"parc_i64*", "parc_at"}};
  result.function.body = std::move(code);
  const auto line = outer.context.sources.begin(node.header).line;
  result.function.comment =
      concat("blocks of the par loop in line ", line, fast ? ", checks made before the loop" : "");
  return result;
}

LoopCode code_of(const FunctionContext& ctx, const ir::Loop& node, const BlockFunction& fast) {
  LoopCode code;
  code.header = node.header;
  code.is_tested_before = !fast.region.conditions.empty();
  for (const ir::LocalId array : fast.region.unit)
    code.contiguous.push_back(ctx.function[array].name);
  for (const RemainingCheck& check : fast.checks) {
    if (std::find(code.checks.begin(), code.checks.end(), check) == code.checks.end())
      code.checks.push_back(check);
  }
  return code;
}

}  // namespace

std::string trip_name(ir::StmtId loop) { return concat("trip", loop.value); }

const BlockFunctions& block_functions(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node,
                                      const ir::LoopFacts& facts) {
  auto& all = ctx.context.blocks;
  const auto key = std::pair{ctx.id, id};
  if (auto found = all.find(key); found != all.end()) return found->second;
  BlockFunctions made;
  const std::string base = concat(ctx.function.symbol, "_loop", id.value);
  BlockFunction fast = write_block(ctx, id, node, facts, true, base, made.output);
  const bool needs_both = !fast.region.conditions.empty() || !fast.region.unit.empty();
  ctx.context.program.loops.push_back(code_of(ctx, node, fast));
  std::set<ir::LocalId> used = fast.used;
  if (needs_both) {
    BlockFunction checked = write_block(ctx, id, node, facts, false, base, made.output);
    checked.function.hint = FunctionHint::kCold;
    used.insert(checked.used.begin(), checked.used.end());
    made.checked = checked.function.name;
    made.fast = fast.function.name;
    made.precondition = all_of(fast.region.conditions);
    made.unit = fast.region.unit;
    ctx.context.program.declarations.emplace_back(std::move(checked.function));
  } else {
    made.checked = fast.function.name;
  }
  ctx.context.program.declarations.emplace_back(std::move(fast.function));

  const std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);
  CStruct environment{concat(base, "_env"), {}};
  for (const ir::LocalId variable : used) {
    if (variable == node.index || !comes_from_outside(assigned, facts, variable)) continue;
    made.captured.push_back(variable);
    environment.fields.push_back(
        {c_type(ctx.context, ctx.function[variable].type), local_name(ctx, variable)});
  }
  if (!made.output.empty()) {
    environment.fields.push_back({"parc_i64", "parc_strip"});
    environment.fields.push_back({"const parc_loop*", "parc_run"});
  }
  made.environment = environment.name;
  if (environment.fields.empty()) environment.fields.push_back({"char", "unused"});
  ctx.context.program.declarations.emplace_back(std::move(environment));
  return all[key] = std::move(made);
}

}  // namespace parc::lower
