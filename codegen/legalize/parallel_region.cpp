#include "codegen/legalize/parallel_region.h"

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

}  // namespace

CExpr chosen_version(const BlockVersions& versions, const std::string& fast) {
  if (versions.fast.empty()) return name(versions.checked);
  return ternary(name(fast), name(versions.fast), name(versions.checked));
}

CExpr parts_of(const BlockFunctions& blocks, const Driver& driver) {
  return blocks.output.empty() ? cast("void*", null()) : name(driver.parts);
}

RegionPlan plan_of_pieces(const ir::ParOptions& options, const std::string& loop, CExpr first,
                          CExpr last) {
  RegionPlan plan{loop, std::move(first), std::move(last)};
  if (options.schedule == ir::Schedule::kStatic) return plan;
  plan.schedule = ScheduleKind::kDynamic;
  plan.chunk = integer(1);
  return plan;
}

RegionPlan plan_of_blocks(const ir::ParOptions& options, const std::string& loop, CExpr first,
                          CExpr last) {
  RegionPlan plan{loop, std::move(first), std::move(last), schedule_kind(options)};
  if (plan.schedule != ScheduleKind::kStatic) plan.chunk = member(name(loop), "schedule_blocks");
  return plan;
}

void emit_region(FunctionContext& ctx, const RegionPlan& plan, const PieceWriter& piece) {
  const std::string index = temporary(ctx);
  const auto for_loop = [&](const CExpr& worker) {
    return CFor{index, plan.first, plan.last, integer(1), piece(index, worker)};
  };
  if (plan.threads == RegionThreads::kOne) {
    emit(ctx, for_loop(name("st")));
    return;
  }
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

CExpr run_block(const BlockFunctions& blocks, const Driver& driver, const std::string& index,
                const CExpr& worker) {
  return call("parc_run_block",
              {address(name(driver.loop)), worker, name(index), address(name(driver.environment)),
               parts_of(blocks, driver), chosen_version(blocks.plain, driver.fast)});
}

void emit_blocks(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, RegionThreads threads) {
  RegionPlan plan =
      plan_of_blocks(options, driver.loop, integer(0), member(name(driver.loop), "blocks"));
  plan.threads = threads;
  emit_region(ctx, plan, [&](const std::string& index, const CExpr& worker) {
    return CBlock{statement(CEvaluate{run_block(blocks, driver, index, worker)})};
  });
}

}  // namespace parc::lower
