// Par loops: block functions over fixed blocks of the iterations, and the code that runs them.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/functions.h"
#include "codegen/legalize/reductions.h"
#include "codegen/legalize/region.h"
#include "codegen/legalize/statements.h"
#include "codegen/legalize/weight.h"
#include "ir/builder.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

const ir::LoopFacts& facts_of(const FunctionContext& ctx, ir::StmtId id) {
  const auto function = ctx.context.facts.find(ctx.id);
  if (function != ctx.context.facts.end()) {
    if (auto loop = function->second.find(id); loop != function->second.end()) return loop->second;
  }
  internal_error("a par loop has no facts", ctx[id].range);
}

// Locals that the block function has to get from outside.
bool comes_from_outside(const std::set<ir::LocalId>& assigned, const ir::LoopFacts& facts,
                        ir::LocalId variable) {
  if (!assigned.contains(variable)) return true;
  for (const ir::VariableFact& fact : facts.variables) {
    if (fact.local == variable && fact.copy_in) return true;
  }
  for (const ir::Reduction& reduction : facts.reductions) {
    const bool needs_start =
        reduction.op == ir::ReductionOp::kMin || reduction.op == ir::ReductionOp::kMax ||
        reduction.op == ir::ReductionOp::kAnd || reduction.op == ir::ReductionOp::kOr;
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

// The C variable of the trip count, wherever the loop is run from.
CExpr trip_name(ir::StmtId loop) { return name(concat("trip", loop.value)); }

struct BlockFunction {
  CFunction function;
  std::set<ir::LocalId> used;
  Region region;
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
  block.block_index = local_name(outer, node.index);
  block.loops.push_back({true, ""});
  plan_parts(block, facts);
  if (output.empty()) output = declare_output(block, facts, concat(base_name, "_out"));

  const std::set<ir::LocalId> assigned = assigned_locals(outer.function, node.body);
  result.region.fast = fast;
  result.region.modified = assigned;
  result.region.modified.insert(node.index);
  result.region.bounds[node.index] = {integer(0), plus(point(trip_name(id)).hi, -1)};

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
    CBlock loop;
    loop.push_back(statement(CFor{block.block_index, name("parc_first"), name("parc_last"),
                                  integer(1), std::move(body)}));
    emit(block, CScope{std::move(loop)});
    if (facts.has_break || facts.has_return) emit(block, CLabel{"parc_done"});
    end_parts(block, facts);
    emit(block, CReturn{name("parc_event")});
  });
  for (const ir::Reduction& reduction : facts.reductions) result.used.insert(reduction.variable);

  result.function.hint = FunctionHint::kNoInline;
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

// Both versions; written once for each loop.
const BlockFunctions& block_functions(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node,
                                      const ir::LoopFacts& facts) {
  auto& all = ctx.context.blocks;
  const auto key = std::pair{ctx.id, id};
  if (auto found = all.find(key); found != all.end()) return found->second;
  BlockFunctions made;
  const std::string base = concat(ctx.function.symbol, "_loop", id.value);
  BlockFunction fast = write_block(ctx, id, node, facts, true, base, made.output);
  const bool needs_both = fast.region.precondition || !fast.region.unit.empty();
  std::set<ir::LocalId> used = fast.used;
  if (needs_both) {
    BlockFunction checked = write_block(ctx, id, node, facts, false, base, made.output);
    checked.function.hint = FunctionHint::kCold;
    used.insert(checked.used.begin(), checked.used.end());
    made.checked = checked.function.name;
    made.fast = fast.function.name;
    made.precondition = fast.region.precondition;
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
  made.environment = environment.name;
  if (environment.fields.empty()) environment.fields.push_back({"char", "unused"});
  ctx.context.program.declarations.emplace_back(std::move(environment));
  return all[key] = std::move(made);
}

// Names of the C variables of one loop's driver.
struct Driver {
  std::string environment, loop, parts, serial, fast;
};

void emit_environment(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver) {
  emit(ctx, CDeclare{blocks.environment, driver.environment, nullptr});
  for (const ir::LocalId variable : blocks.captured) {
    emit(ctx, CAssign{member(name(driver.environment), local_name(ctx, variable)),
                      local(ctx, variable)});
  }
}

// A list shares its items with itself only (and never with an array); lists of lists may share any
// of them.
CExpr lists_meet(FunctionContext& ctx, const ir::OverlapCheck& check) {
  const auto* first = ctx.types().get<ir::ListType>(ctx[check.first].type);
  const auto* second = ctx.types().get<ir::ListType>(ctx[check.second].type);
  if (!first && !second) return nullptr;
  if (!first || !second || check.same_is_fine) return boolean(false);
  const auto depth = [&](const ir::ListType* list) {
    int64_t levels = 1;
    while ((list = ctx.types().get<ir::ListType>(list->elem))) ++levels;
    return integer(levels);
  };
  return call("parc_lists_meet", {lower_held(ctx, check.first), depth(first),
                                  lower_held(ctx, check.second), depth(second)});
}

// serial = 1 when arrays that must be apart are not.
void emit_overlap_checks(FunctionContext& ctx, const ir::LoopFacts& facts, const Driver& driver) {
  CExpr overlap;
  const auto also = [&](const CExpr& condition) {
    overlap = overlap ? infix("||", overlap, condition) : condition;
  };
  for (const ir::LocalId array : facts.self_overlaps)
    also(call("parc_self_overlap", {local(ctx, array)}));
  for (const ir::OverlapCheck& check : facts.overlaps) {
    if (const CExpr lists = lists_meet(ctx, check)) {
      also(lists);
      continue;
    }
    const CExpr first = lower_held(ctx, check.first), second = lower_held(ctx, check.second);
    CExpr condition = call("parc_may_overlap", {first, second});
    if (check.same_is_fine)
      condition = conjunction(prefix("!", call("parc_same_view", {first, second})), condition);
    also(condition);
  }
  emit(ctx, CDeclare{"const parc_i32", driver.serial, overlap ? overlap : integer(0)});
}

ScheduleKind schedule_kind(const ir::ParOptions& options) {
  switch (options.schedule) {
    case ir::Schedule::kStatic:
      return options.chunk > 0 ? ScheduleKind::kStaticChunk : ScheduleKind::kStatic;
    case ir::Schedule::kDynamic:
      return ScheduleKind::kDynamic;
    case ir::Schedule::kGuided:
      return ScheduleKind::kGuided;
  }
  __builtin_unreachable();
}

// One block, on the state `worker`.
CBlock run_block(const BlockFunctions& blocks, const Driver& driver, const std::string& index,
                 const CExpr& worker) {
  const CExpr loop = name(driver.loop);
  const auto call_of = [&](const std::string& function) {
    const CExpr out = blocks.output.empty() ? null() : infix("+", name(driver.parts), name(index));
    return call(function, {worker, address(name(driver.environment)), name("parc_first"),
                           name("parc_last"), out, address(name("parc_at"))});
  };
  const CExpr event = blocks.fast.empty() ? call_of(blocks.checked)
                                          : ternary(name(driver.fast), call_of(blocks.fast),
                                                    call_of(blocks.checked));
  CBlock body;
  body.push_back(statement(
      CDeclare{"const parc_i64", "parc_first", infix("*", name(index), member(loop, "block"))}));
  body.push_back(statement(CIf{call("parc_block_skipped", {address(loop), name("parc_first")}),
                               Hint::kUnlikely,
                               {statement(CContinue{})},
                               {}}));
  body.push_back(statement(CDeclare{
      "const parc_i64", "parc_last",
      call("parc_least_of",
           {infix("+", name("parc_first"), member(loop, "block")), member(loop, "trip")})}));
  body.push_back(statement(CDeclare{"parc_i64", "parc_at", name("parc_first")}));
  body.push_back(statement(CDeclare{"const parc_i32", "parc_left", event}));
  body.push_back(
      statement(CEvaluate{call("parc_block_done", {address(loop), worker, name("parc_left"),
                                                   name("parc_at"), member(loop, "block")})}));
  return body;
}

void emit_region(FunctionContext& ctx, const ir::Loop& node, const BlockFunctions& blocks,
                 const Driver& driver) {
  const CExpr loop = name(driver.loop);
  const std::string index = temporary(ctx);
  const auto for_loop = [&](const CExpr& worker) {
    return CFor{index, integer(0), member(loop, "blocks"), integer(1),
                run_block(blocks, driver, index, worker)};
  };
  const CExpr worker = address(name("parc_worker"));
  CParallelFor region;
  region.threads = member(loop, "threads");
  region.schedule = schedule_kind(*node.par);
  if (region.schedule != ScheduleKind::kStatic) region.chunk = member(loop, "schedule_blocks");
  region.prologue = {statement(CDeclare{"parc_state", "parc_worker", nullptr}),
                     statement(CEvaluate{call("parc_worker_begin", {address(loop), worker})})};
  region.loop = for_loop(worker);
  region.epilogue = {statement(CEvaluate{call("parc_worker_end", {address(loop), worker})})};
  CBlock parallel{statement(std::move(region))};
  CBlock serial{statement(for_loop(name("st")))};
  emit(ctx, CIf{infix(">", member(loop, "threads"), integer(1)), Hint::kNone, std::move(parallel),
                std::move(serial)});
}

void emit_return_of_loop(FunctionContext& ctx, const Driver& driver, const std::string& count) {
  const CExpr value =
      member(element(name(driver.parts), infix("-", name(count), integer(1))), "result");
  const std::string held = temporary(ctx);
  emit(ctx, CDeclare{concat(c_type(ctx.context, ctx.function.result), " const"), held, value});
  emit(ctx, CEvaluate{call("parc_scratch_free", {name(driver.parts)})});
  if (ctx.exit == Exit::kFunction) {
    emit(ctx, CAssign{prefix("*", name("parc_result")), name(held)});
    emit(ctx, CReturn{boolean(false)});
    return;
  }
  emit(ctx, CAssign{arrow(name("parc_out"), "result"), name(held)});
  emit(ctx, CAssign{name("parc_event"), call("parc_leave", {name("parc_at"), name(ctx.block_index),
                                                            name("PARC_EVENT_RETURN")})});
  emit(ctx, CGoto{"parc_done"});
}

// What follows the region: errors, results, break and return.
void emit_end(FunctionContext& ctx, const ir::Loop& node, const ir::LoopFacts& facts,
              const BlockFunctions& blocks, const FunctionContext& plan, const Driver& driver) {
  const std::string event = temporary(ctx);
  emit(ctx, CDeclare{"const parc_i32", event,
                     call("parc_loop_end", {address(name(driver.loop)), name("st")})});
  CBlock failed;
  if (!blocks.output.empty())
    failed.push_back(statement(CEvaluate{call("parc_scratch_free", {name(driver.parts)})}));
  for (CStmt& stmt : leave_with_error(ctx)) failed.push_back(std::move(stmt));
  emit_check(ctx, infix("==", name(event), name("PARC_EVENT_ERROR")), std::move(failed));
  if (!blocks.output.empty()) {
    const std::string count = temporary(ctx);
    emit(ctx, CDeclare{"const parc_i64", count,
                       call("parc_blocks_that_count", {address(name(driver.loop))})});
    combine_parts(ctx, plan, facts, driver.parts, count);
    if (facts.has_return) {
      CBlock leave;
      into(ctx, leave, [&] { emit_return_of_loop(ctx, driver, count); });
      emit(ctx, CIf{infix("==", name(event), name("PARC_EVENT_RETURN")),
                    Hint::kNone,
                    std::move(leave),
                    {}});
    }
    emit(ctx, CEvaluate{call("parc_scratch_free", {name(driver.parts)})});
  }
  if (node.orelse.empty()) return;
  CBlock orelse;
  into(ctx, orelse, [&] { lower_block(ctx, node.orelse); });
  emit(ctx,
       CIf{infix("!=", name(event), name("PARC_EVENT_BREAK")), Hint::kNone, std::move(orelse), {}});
}

void emit_begin(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node,
                const BlockFunctions& blocks, const Driver& driver) {
  const CExpr trip = trip_name(id);
  const ir::Stmt& stmt = ctx[id];
  Region estimate;  // bounds of inner trips, for the weight
  estimate.modified = assigned_locals(ctx.function, node.body);
  estimate.modified.insert(node.index);
  Region* outer = std::exchange(ctx.region, &estimate);
  ctx.region->bounds[node.index] = {integer(0), point(trip).hi};
  const CExpr weight = weight_of(ctx, node.body);
  ctx.region = outer;
  const std::string weighed = temporary(ctx);
  emit(ctx, CDeclare{"const parc_i64", weighed, call("parc_weight", {weight})});
  emit(ctx, CDeclare{"parc_loop", driver.loop, nullptr});
  const CExpr frame = address(name(frame_name(ctx, node.header, stmt.frame)));
  emit(ctx, CEvaluate{call("parc_loop_begin",
                           {address(name(driver.loop)), name("st"), trip,
                            call("parc_block_size", {name(weighed)}), integer(node.par->chunk),
                            name(weighed), integer(node.par->threads), name(driver.serial)})});
  emit(ctx, CIf{name(driver.serial),
                Hint::kUnlikely,
                {statement(CEvaluate{call("parc_loop_warn", {address(name(driver.loop)), name("st"),
                                                             name(weighed), frame})})},
                {}});
  if (!blocks.output.empty()) {
    const CExpr bytes = infix("*", member(name(driver.loop), "blocks"),
                              cast("parc_i64", call("sizeof", {name(blocks.output)})));
    emit(ctx, CDeclare{concat(blocks.output, "* const"), driver.parts,
                       cast(concat(blocks.output, "*"),
                            call("parc_scratch_new", {name("st"), bytes, frame}))});
    emit_check(ctx, prefix("!", name(driver.parts)), leave_with_error(ctx));
  }
  if (!blocks.fast.empty()) {
    const CExpr condition = fast_condition(ctx, blocks.precondition, blocks.unit);
    emit(ctx, CDeclare{"const bool", driver.fast, condition ? condition : boolean(true)});
  }
}

}  // namespace

void lower_par_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node) {
  const ir::LoopFacts& facts = facts_of(ctx, id);
  const CExpr trip_value = lower(ctx, node.trip);
  const BlockFunctions blocks = block_functions(ctx, id, node, facts);
  const std::string number = concat((*ctx.temporaries)++);
  const Driver driver{concat("env", number), concat("loop", number), concat("parts", number),
                      concat("serial", number), concat("fast", number)};
  FunctionContext plan{ctx.context, ctx.id, ctx.function};
  plan_parts(plan, facts);
  std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);

  // A scope of its own, so that no jump crosses these declarations.
  CBlock scope;
  into(ctx, scope, [&] {
    emit(ctx, CDeclare{"const parc_i64", concat("trip", id.value), trip_value});
    emit_environment(ctx, blocks, driver);
    emit_overlap_checks(ctx, facts, driver);
    emit_begin(ctx, id, node, blocks, driver);
    emit_region(ctx, node, blocks, driver);
    forget(ctx, assigned);
    emit_end(ctx, node, facts, blocks, plan, driver);
  });
  emit(ctx, CScope{std::move(scope)});
  forget(ctx, assigned_locals(ctx.function, node.orelse));
}

}  // namespace parc::lower
