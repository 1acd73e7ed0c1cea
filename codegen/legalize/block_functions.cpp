#include "codegen/legalize/block_functions.h"

#include <algorithm>

#include "codegen/legalize/apply_updates.h"
#include "codegen/legalize/block_parts.h"
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element_targets.h"
#include "codegen/legalize/element_updates.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/functions.h"
#include "codegen/legalize/part_fields.h"
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
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
    const bool needs_start = reduction.op == ir::ReductionOp::kMin ||
                             reduction.op == ir::ReductionOp::kMax ||
                             reduction.op == ir::ReductionOp::kAnd ||
                             reduction.op == ir::ReductionOp::kOr || reduction.start_may_exceed;
    if (reduction.variable == variable && needs_start) return true;
  }
  return false;
}

bool is_reduction(const ir::LoopFacts& facts, ir::LocalId variable) {
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
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

// What a version of the block function is written from.
struct Recipe {
  ir::StmtId id;
  const ir::Loop& node;
  const ir::LoopFacts& facts;
  const std::vector<ElementTarget>& targets;
  std::string base;
  std::string output;  // struct of a block's contribution; "" when there is none
};

struct BlockFunction {
  CFunction function;
  std::set<ir::LocalId> used;
  Region region;
  std::vector<RemainingCheck> checks;
};

void declare_locals(FunctionContext& block, const Recipe& recipe,
                    const std::set<ir::LocalId>& used) {
  const std::set<ir::LocalId> assigned = assigned_locals(block.function, recipe.node.body);
  for (const ir::LocalId variable : used) {
    const bool inner_index =
        assigned.contains(variable) && block.function[variable].role == ir::LocalRole::kIndex;
    if (inner_index || is_reduction(recipe.facts, variable)) continue;
    const std::string type = c_type(block.context, block.function[variable].type);
    const bool copied = comes_from_outside(assigned, recipe.facts, variable);
    const CExpr value = copied ? arrow(name("parc_env"), local_name(block, variable)) : nullptr;
    emit(block, CDeclare{assigned.contains(variable) ? type : concat(type, " const"),
                         local_name(block, variable), value});
    if (assigned.contains(variable) && block.owning.contains(variable))
      declare_references(block, variable);
  }
}

CFunction block_head(const FunctionContext& outer, const Recipe& recipe, const std::string& name,
                     bool fast) {
  CFunction function;
  function.hint = FunctionHint::kNoInline;
  function.origin = recipe.node.header;
  function.result = "parc_i32";
  function.name = name;
  function.parameters = {{"parc_state*", "st"},
                         {concat("const ", recipe.base, "_env*"), "parc_env"},
                         {"parc_i64", "parc_first"},
                         {"parc_i64", "parc_last"},
                         {concat(recipe.output.empty() ? "void" : recipe.output, "*"), "parc_out"},
                         {"parc_i64*", "parc_at"}};
  const auto line = outer.context.sources.begin(recipe.node.header).line;
  function.comment =
      concat("blocks of the par loop in line ", line, fast ? ", checks made before the loop" : "");
  return function;
}

// Writes one version of the block function.
BlockFunction write_block(FunctionContext& outer, const Recipe& recipe, bool recording, bool fast) {
  BlockFunction result;
  std::vector<std::string> keeps;
  ElementSites sites = element_sites(recipe.targets, recording);
  add_wide_sites(outer, sites);
  FunctionContext block{outer.context, outer.id, outer.function};
  block.exit = Exit::kBlock;
  block.used = &result.used;
  block.owning = outer.owning;
  block.temporaries = outer.temporaries;
  block.keeps = &keeps;
  block.region = &result.region;
  block.checks = &result.checks;
  block.par = recipe.node.header;
  block.elements = &sites;
  block.block_index = local_name(outer, recipe.node.index);
  block.loops.push_back({true, ""});
  plan_parts(block, recipe.facts);

  result.region.fast = fast;
  result.region.modified = assigned_locals(outer.function, recipe.node.body);
  result.region.modified.insert(recipe.node.index);
  result.region.bounds[recipe.node.index] = {integer(0),
                                             plus(point(name(trip_name(recipe.id))).hi, -1)};

  CBlock body;
  into(block, body, [&] { emit_loop_body(block, recipe.node); });
  result.used.erase(recipe.node.index);
  for (const ir::Reduction& reduction : variable_reductions(recipe.facts)) {
    if (reduction.op == ir::ReductionOp::kCombine) result.used.insert(reduction.identity);
  }

  CBlock code;
  block.line = 0;
  into(block, code, [&] {
    declare_locals(block, recipe, result.used);
    begin_parts(block, recipe.facts);
    if (recording) declare_logs(block, recipe.targets);
    for (const std::string& keep : keeps) emit(block, CDeclare{"parc_ref", keep, nullptr});
    emit(block, CDeclare{"parc_i32", "parc_event", name("PARC_EVENT_NONE")});
    emit(block, recipe.output.empty()
                    ? iterations(block, name("parc_first"), name("parc_last"), std::move(body))
                    : strips(block, std::move(body)));
    if (recipe.facts.has_break || recipe.facts.has_return) emit(block, CLabel{"parc_done"});
    end_parts(block, recipe.facts);
    emit(block, CReturn{name("parc_event")});
  });
  for (const ir::Reduction& reduction : variable_reductions(recipe.facts))
    result.used.insert(reduction.variable);
  const std::string suffix = concat(recording ? "_record" : "", fast ? "_fast" : "_checked");
  result.function = block_head(outer, recipe, concat(recipe.base, suffix), fast);
  result.function.body = std::move(code);
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

// Both versions; adds the locals that they name to `used`.
BlockVersions write_versions(FunctionContext& ctx, const Recipe& recipe, bool recording,
                             std::set<ir::LocalId>& used) {
  BlockVersions versions;
  BlockFunction fast = write_block(ctx, recipe, recording, true);
  used.insert(fast.used.begin(), fast.used.end());
  if (!recording) ctx.context.program.loops.push_back(code_of(ctx, recipe.node, fast));
  if (!fast.region.conditions.empty() || !fast.region.unit.empty()) {
    BlockFunction checked = write_block(ctx, recipe, recording, false);
    checked.function.hint = FunctionHint::kCold;
    used.insert(checked.used.begin(), checked.used.end());
    versions.checked = checked.function.name;
    versions.fast = fast.function.name;
    versions.precondition = all_of(fast.region.conditions);
    versions.unit = fast.region.unit;
    ctx.context.program.declarations.emplace_back(std::move(checked.function));
  } else {
    versions.checked = fast.function.name;
  }
  ctx.context.program.declarations.emplace_back(std::move(fast.function));
  return versions;
}

std::string output_struct(FunctionContext& outer, const ir::LoopFacts& facts,
                          const std::string& name) {
  FunctionContext plan{outer.context, outer.id, outer.function};
  plan_parts(plan, facts);
  return declare_output(plan, facts, name);
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
  made.targets = element_targets(ctx, node, facts, base);
  made.output = output_struct(ctx, facts, concat(base, "_out"));
  const Recipe recipe{id, node, facts, made.targets, base, made.output};
  std::set<ir::LocalId> used;
  made.plain = write_versions(ctx, recipe, false, used);
  CStruct environment{concat(base, "_env"), {}};
  if (can_record(made.targets)) {
    for (ElementTarget& target : made.targets) write_apply(ctx, target);
    made.recording = write_versions(ctx, recipe, true, used);
    add_log_fields(environment, made.targets);
  }

  const std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);
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
