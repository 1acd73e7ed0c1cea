#include "codegen/legalize/element_rounds.h"

#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element_copies.h"
#include "codegen/legalize/element_targets.h"
#include "codegen/legalize/element_updates.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/functions.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Names of C variables of one execution.
struct Round {
  std::string own;  // environment of the blocks, but for their logs
  std::string fast, first, last;
};

std::string logs_name(const Driver& driver, const ElementTarget& target) {
  return concat("logs", driver.number, "_", target.variable.value);
}

// Declares the logs; an expression that is false when memory is out.
CExpr begin_logs(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
                 const Round& round, const CExpr& frame) {
  const std::string logs = logs_name(driver, target);
  emit(ctx, CDeclare{concat("parc_logs<", target.record, ">"), logs, nullptr});
  CExpr span;
  if (target.is_list) {
    span = size_of(ctx, target);
  } else {
    const CExpr low = address(member(name(round.own), low_name(target)));
    span = call("parc_span", {local(ctx, target.variable), low});
  }
  return prefix("!", call("parc_logs_begin", {name("st"), address(name(logs)),
                                              member(name(driver.way), "slots"), span, frame}));
}

// The first region of a round: blocks write updates down and sort them.
void emit_recording(FunctionContext& ctx, const ir::ParOptions& options,
                    const BlockFunctions& blocks, const Driver& driver, const Round& round,
                    const CExpr& frame) {
  const CExpr loop = address(name(driver.loop));
  const RegionPlan plan = plan_of_blocks(options, driver.loop, name(round.first), name(round.last));
  emit_region(ctx, plan, [&](const std::string& block, const CExpr& worker) {
    CBlock piece;
    into(ctx, piece, [&] {
      const std::string own = temporary(ctx);
      const CExpr slot = infix("-", name(block), name(round.first));
      emit(ctx, CDeclare{blocks.environment, own, name(round.own)});
      for (const ElementTarget& target : blocks.targets) {
        emit(ctx, CAssign{member(name(own), log_name(target)),
                          call("parc_log_of", {address(name(logs_name(driver, target))), slot})});
      }
      emit(ctx, CEvaluate{call("parc_run_block", {loop, worker, name(block), address(name(own)),
                                                  parts_of(blocks, driver),
                                                  chosen_version(blocks.recording, round.fast)})});
      for (const ElementTarget& target : blocks.targets) {
        emit(ctx, CEvaluate{call("parc_sort_block",
                                 {loop, worker, address(name(logs_name(driver, target))), slot,
                                  name(block), frame})});
      }
    });
    return piece;
  });
}

// What an update is made in: the lowest address of an array, or a list (a wide one is its copy).
CExpr destination(const Round& round, const FunctionContext& ctx, const ElementTarget& target) {
  if (target.is_list) return member(name(round.own), local_name(ctx, target.variable));
  return cast(concat(item_type(target), "*"), member(name(round.own), low_name(target)));
}

std::string apply_function(const ElementTarget& target) {
  const std::string place = target.is_list ? "parc_list*" : concat(item_type(target), "*");
  return concat("parc_apply_bucket<", target.record, ", ", place, ", ", target.apply, ">");
}

// The second region: every bucket of every target is brought up to date.
void emit_applying(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver,
                   const Round& round) {
  const auto buckets = [&](const ElementTarget& target) {
    return member(name(logs_name(driver, target)), "buckets");
  };
  CExpr all;
  for (const ElementTarget& target : blocks.targets)
    all = all ? infix("+", all, buckets(target)) : buckets(target);
  const std::string apply = temporary(ctx);
  const CExpr used = infix("-", name(round.last), name(round.first));
  emit(ctx, CDeclare{"parc_loop", apply, nullptr});
  emit(ctx, CEvaluate{call("parc_loop_begin", {address(name(apply)), name("st"), all, integer(1),
                                               integer(0), name("PARC_BUCKET_WEIGHT"),
                                               member(name(driver.loop), "threads"), integer(0)})});
  RegionPlan plan{apply, integer(0), member(name(apply), "blocks"), ScheduleKind::kDynamic,
                  integer(1)};
  emit_region(ctx, plan, [&](const std::string& number, const CExpr& worker) {
    CBlock piece;
    CExpr bucket = name(number);
    for (const ElementTarget& target : blocks.targets) {
      const CExpr make =
          call(apply_function(target),
               {address(name(apply)), worker, address(name(logs_name(driver, target))), used,
                bucket, destination(round, ctx, target)});
      const CExpr mine =
          conjunction(infix(">=", bucket, integer(0)), infix("<", bucket, buckets(target)));
      piece.push_back(blocks.targets.size() == 1
                          ? statement(CEvaluate{make})
                          : statement(CIf{mine, Hint::kNone, {statement(CEvaluate{make})}, {}}));
      bucket = infix("-", bucket, buckets(target));
    }
    return piece;
  });
  emit(ctx, CEvaluate{call("parc_loop_applied", {address(name(driver.loop)), address(name(apply)),
                                                 name("st"), name(round.first)})});
}

CBlock round_body(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                  const Driver& driver, const Round& round, const CExpr& frame) {
  const CExpr loop = address(name(driver.loop));
  const auto is_cut = [&] { return call("parc_loop_is_cut", {loop}); };
  CBlock body;
  into(ctx, body, [&] {
    emit(ctx, CIf{is_cut(), Hint::kUnlikely, {statement(CBreak{})}, {}});
    emit(ctx, CDeclare{"const parc_i64", round.last,
                       call("parc_end_of", {name(round.first), member(name(driver.way), "slots"),
                                            member(name(driver.loop), "blocks")})});
    emit(ctx, CIf{infix(">", name(round.first), integer(0)),
                  Hint::kNone,
                  {statement(CEvaluate{call("parc_loop_again", {loop})})},
                  {}});
    emit_recording(ctx, options, blocks, driver, round, frame);
    // An update may fail in an iteration before one that failed otherwise.
    const bool any_fails = std::any_of(blocks.targets.begin(), blocks.targets.end(),
                                       [](const ElementTarget& target) { return target.may_fail; });
    if (!any_fails) emit(ctx, CIf{is_cut(), Hint::kUnlikely, {statement(CBreak{})}, {}});
    emit_applying(ctx, blocks, driver, round);
  });
  return body;
}

}  // namespace

void emit_rounds(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, const CExpr& frame) {
  const Round round{temporary(ctx), temporary(ctx), temporary(ctx), temporary(ctx)};
  emit(ctx, CDeclare{blocks.environment, round.own, name(driver.environment)});
  const CExpr fast = fast_condition(ctx, blocks.recording.precondition, blocks.recording.unit);
  if (!blocks.recording.fast.empty())
    emit(ctx, CDeclare{"const bool", round.fast, fast ? fast : boolean(true)});
  CExpr ready;
  for (const ElementTarget& target : blocks.targets) {
    if (target.wide) ready = conjunction(ready, make_room(ctx, target, driver, frame));
    ready = conjunction(ready, begin_logs(ctx, target, driver, round, frame));
  }
  CBlock rounds;
  into(ctx, rounds, [&] {
    for (const ElementTarget& target : blocks.targets) {
      if (target.wide) emit_copy(ctx, target, driver, round.own, integer(0));
    }
    emit(ctx, CFor{round.first, integer(0), member(name(driver.loop), "blocks"),
                   member(name(driver.way), "slots"),
                   round_body(ctx, options, blocks, driver, round, frame)});
  });
  emit_if_ready(ctx, driver, ready, std::move(rounds));
}

}  // namespace parc::lower
