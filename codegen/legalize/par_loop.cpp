// Par loops: block functions over fixed blocks of the iterations, and the code that runs them.
#include "codegen/legalize/block_functions.h"
#include "codegen/legalize/block_parts.h"
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/combine_parts.h"
#include "codegen/legalize/element_copies.h"
#include "codegen/legalize/element_ways.h"
#include "codegen/legalize/entry_checks.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/functions.h"
#include "codegen/legalize/in_order.h"
#include "codegen/legalize/parallel_region.h"
#include "codegen/legalize/part_fields.h"
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

void emit_environment(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver) {
  emit(ctx, CDeclare{blocks.environment, driver.environment, nullptr});
  for (const ir::LocalId variable : blocks.captured) {
    const bool is_part = ctx.accumulators.contains(variable);
    emit(ctx, CAssign{member(name(driver.environment), local_name(ctx, variable)),
                      is_part ? name(start_name(ctx, variable)) : local(ctx, variable)});
  }
}

void emit_return_of_loop(FunctionContext& ctx, const ir::LoopFacts& facts, const Driver& driver,
                         const std::string& count) {
  const CExpr value =
      member(element(name(driver.parts), infix("-", name(count), integer(1))), "result");
  const std::string held = temporary(ctx);
  emit(ctx, CDeclare{concat(c_type(ctx.context, ctx.function.result), " const"), held, value});
  std::vector<CExpr> bases;
  bases_of(ctx.types(), name(held), ctx.function.result, bases);
  for (const CExpr& base : bases) emit(ctx, CEvaluate{call("parc_ref::retain", {base})});
  free_parts(ctx, facts, driver.parts, member(name(driver.loop), "blocks"));
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
              const BlockFunctions& blocks, const FunctionContext& plan, const Driver& driver,
              ir::FrameId frame) {
  const std::string event = temporary(ctx);
  emit(ctx, CDeclare{"const parc_i32", event,
                     call("parc_loop_end", {address(name(driver.loop)), name("st")})});
  const CExpr all = member(name(driver.loop), "blocks");
  CBlock drop;
  if (!blocks.output.empty()) into(ctx, drop, [&] { free_parts(ctx, facts, driver.parts, all); });
  CBlock failed = drop;
  for (CStmt& stmt : leave_with_error(ctx)) failed.push_back(std::move(stmt));
  emit_check(ctx, infix("==", name(event), name("PARC_EVENT_ERROR")), std::move(failed));
  emit_merges(ctx, blocks, driver, drop);
  if (!blocks.output.empty()) {
    const std::string count = temporary(ctx);
    emit(ctx, CDeclare{"const parc_i64", count,
                       call("parc_blocks_that_count", {address(name(driver.loop))})});
    CBlock raised = drop;
    for (CStmt& stmt : fail_traced(ctx, node.header, frame)) raised.push_back(std::move(stmt));
    combine_parts(ctx, plan, facts, driver.parts, count, raised);
    if (facts.has_return) {
      CBlock leave;
      into(ctx, leave, [&] { emit_return_of_loop(ctx, facts, driver, count); });
      emit(ctx, CIf{infix("==", name(event), name("PARC_EVENT_RETURN")),
                    Hint::kNone,
                    std::move(leave),
                    {}});
    }
    free_parts(ctx, facts, driver.parts, all);
  }
  if (node.orelse.empty()) return;
  CBlock orelse;
  into(ctx, orelse, [&] { lower_block(ctx, node.orelse); });
  emit(ctx,
       CIf{infix("!=", name(event), name("PARC_EVENT_BREAK")), Hint::kNone, std::move(orelse), {}});
}

CExpr loop_frame(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node) {
  return address(name(frame_name(ctx, node.header, ctx[id].frame)));
}

void emit_begin(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node,
                const BlockFunctions& blocks, const Driver& driver) {
  const CExpr trip = name(trip_name(id));
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
  CExpr size = call("parc_block_size", {name(weighed)});
  if (!blocks.output.empty()) {
    const CExpr environment = name(driver.environment);
    const CExpr strip = member(environment, "parc_strip");
    emit(ctx, CAssign{strip, size});
    emit(ctx, CAssign{member(environment, "parc_run"), address(name(driver.loop))});
    size = call("parc_part_size", {strip, trip});
  } else {
    size = call("parc_bounded_size", {size, trip, name("PARC_MOST_BLOCKS")});
  }
  const CExpr frame = loop_frame(ctx, id, node);
  const CExpr checks_fail = infix("!=", name(driver.serial), null());
  CExpr serial = checks_fail;
  if (!blocks.targets.empty()) {
    size = hold(ctx, "const parc_i64", size);
    emit_way(ctx, blocks, driver, trip, size, name(weighed));
    serial = infix("||", serial, call("parc_way_is_serial", {address(name(driver.way))}));
  }
  emit(ctx, CEvaluate{call("parc_loop_begin", {address(name(driver.loop)), name("st"), trip, size,
                                               integer(node.par->chunk), name(weighed),
                                               integer(node.par->threads), serial})});
  if (node.par->progress) {
    emit(ctx,
         CEvaluate{call("parc_loop_progress", {address(name(driver.loop)), name("st"), frame})});
  }
  if (!blocks.targets.empty()) emit_settled_way(ctx, blocks, driver);
  emit(ctx, CIf{checks_fail,
                Hint::kUnlikely,
                {statement(CEvaluate{
                    call("parc_loop_warn", {address(name(driver.loop)), name("st"), name(weighed),
                                            frame, name(driver.serial)})})},
                {}});
  if (!blocks.output.empty()) {
    const CExpr bytes = infix("*", member(name(driver.loop), "blocks"),
                              cast("parc_i64", call("sizeof", {name(blocks.output)})));
    emit(ctx, CDeclare{concat(blocks.output, "* const"), driver.parts,
                       cast(concat(blocks.output, "*"),
                            call("parc_scratch_new", {name("st"), bytes, frame}))});
    emit_check(ctx, prefix("!", name(driver.parts)), leave_with_error(ctx));
  }
  if (!blocks.plain.fast.empty()) {
    const CExpr condition = fast_condition(ctx, blocks.plain.precondition, blocks.plain.unit);
    emit(ctx, CDeclare{"const bool", driver.fast, condition ? condition : boolean(true)});
  }
}

}  // namespace

void lower_par_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node) {
  const ir::LoopFacts& facts = facts_of(ctx, id);
  const CExpr trip_value = lower(ctx, node.trip);
  const BlockFunctions blocks = block_functions(ctx, id, node, facts);
  const std::string number = concat((*ctx.temporaries)++);
  const Driver driver{number,
                      concat("env", number),
                      concat("loop", number),
                      concat("parts", number),
                      concat("serial", number),
                      concat("fast", number),
                      concat("way", number)};
  FunctionContext plan{ctx.context, ctx.id, ctx.function};
  plan_parts(plan, facts);
  std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);

  // A scope of its own, so that no jump crosses these declarations.
  CBlock scope;
  into(ctx, scope, [&] {
    emit(ctx, CDeclare{"const parc_i64", trip_name(id), trip_value});
    emit_environment(ctx, blocks, driver);
    emit_entry_checks(ctx, facts, name(trip_name(id)), loop_frame(ctx, id, node), driver.serial);
    emit_begin(ctx, id, node, blocks, driver);
    if (facts.errors_may_be_early) {
      emit_blocks_with_early_errors(ctx, node, facts, blocks, plan, driver);
    } else if (blocks.targets.empty()) {
      emit_blocks(ctx, *node.par, blocks, driver, RegionThreads::kAny);
    } else {
      emit_ways(ctx, *node.par, blocks, driver, loop_frame(ctx, id, node));
    }
    forget(ctx, assigned);
    emit_end(ctx, node, facts, blocks, plan, driver, ctx[id].frame);
  });
  emit(ctx, CScope{std::move(scope)});
  forget(ctx, assigned_locals(ctx.function, node.orelse));
}

}  // namespace parc::lower
