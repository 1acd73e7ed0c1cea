#include "codegen/legalize/loop_region.h"

#include "codegen/legalize/expressions.h"

namespace parc::lower {
namespace {

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

CStmt run_block(const BlockFunctions& blocks, const Driver& driver, const std::string& index,
                const CExpr& worker) {
  const CExpr function = blocks.fast.empty()
                             ? name(blocks.checked)
                             : ternary(name(driver.fast), name(blocks.fast), name(blocks.checked));
  const CExpr parts = blocks.output.empty() ? cast("void*", null()) : name(driver.parts);
  return statement(
      CEvaluate{call("parc_run_block", {address(name(driver.loop)), worker, name(index),
                                        address(name(driver.environment)), parts, function})});
}

}  // namespace

void emit_region(FunctionContext& ctx, const RegionPlan& plan, const PieceWriter& piece) {
  const std::string index = temporary(ctx);
  const auto for_loop = [&](const CExpr& worker) {
    return CFor{index, plan.first, plan.last, integer(1), piece(index, worker)};
  };
  const CExpr loop = name(plan.loop);
  const CExpr worker = address(name("parc_worker"));
  CParallelFor region;
  region.threads = member(loop, "threads");
  region.schedule = plan.schedule;
  region.chunk = plan.chunk;
  region.prologue = {statement(CDeclare{"parc_state", "parc_worker", nullptr}),
                     statement(CEvaluate{call("parc_worker_begin", {address(loop), worker})})};
  region.loop = for_loop(worker);
  region.epilogue = {statement(CEvaluate{call("parc_worker_end", {address(loop), worker})})};
  CBlock parallel{statement(std::move(region))};
  CBlock serial{statement(for_loop(name("st")))};
  emit(ctx, CIf{infix(">", member(loop, "threads"), integer(1)), Hint::kNone, std::move(parallel),
                std::move(serial)});
}

void emit_blocks(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver) {
  const CExpr loop = name(driver.loop);
  RegionPlan plan{driver.loop, integer(0), member(loop, "blocks"), schedule_kind(options), nullptr};
  if (plan.schedule != ScheduleKind::kStatic) plan.chunk = member(loop, "schedule_blocks");
  emit_region(ctx, plan, [&](const std::string& index, const CExpr& worker) {
    return CBlock{run_block(blocks, driver, index, worker)};
  });
}

}  // namespace parc::lower
