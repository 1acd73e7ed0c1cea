#include "codegen/legalize/element_ways.h"

#include <algorithm>

#include "codegen/legalize/element_copies.h"
#include "codegen/legalize/element_rounds.h"
#include "codegen/legalize/element_targets.h"
#include "codegen/legalize/expressions.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// parc_way_trait of the targets together.
CExpr traits_of(const std::vector<ElementTarget>& targets) {
  const auto any = [&](auto&& has) { return std::any_of(targets.begin(), targets.end(), has); };
  CExpr traits;
  const auto add = [&](bool holds, const char* trait) {
    if (holds) traits = traits ? infix("|", traits, name(trait)) : name(trait);
  };
  add(any([](const ElementTarget& target) { return target.reduction->ordered; }), "PARC_ORDERED");
  add(!any([](const ElementTarget& target) { return !is_exact(target); }), "PARC_EXACT");
  add(any([](const ElementTarget& target) { return target.wide; }), "PARC_WIDE");
  add(can_record(targets), "PARC_SORTS");
  return traits ? traits : integer(0);
}

CExpr way_is(const Driver& driver, const char* kind) {
  return infix("==", member(name(driver.way), "kind"), name(kind));
}

}  // namespace

void emit_way(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver,
              const CExpr& trip, const CExpr& size, const CExpr& weight) {
  CExpr elements, bytes;
  for (const ElementTarget& target : blocks.targets) {
    const CExpr count = hold(ctx, "const parc_i64", size_of(ctx, target));
    const CExpr own =
        infix("*", count, cast("parc_i64", call("sizeof", {name(item_type(target))})));
    elements = elements ? infix("+", elements, count) : count;
    bytes = bytes ? infix("+", bytes, own) : own;
  }
  emit(ctx, CDeclare{"parc_way", driver.way,
                     call("parc_choose_way",
                          {trip, size, weight, infix("!=", name(driver.serial), null()), elements,
                           bytes, traits_of(blocks.targets)})});
}

void emit_settled_way(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver) {
  emit(ctx,
       CEvaluate{call("parc_settle_way", {address(name(driver.way)), address(name(driver.loop)),
                                          traits_of(blocks.targets)})});
  declare_copies(ctx, blocks, driver);
}

void emit_ways(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
               const Driver& driver, const CExpr& frame) {
  CBlock copies, sorted, in_place;
  into(ctx, copies, [&] { emit_groups(ctx, options, blocks, driver, frame); });
  into(ctx, in_place, [&] { emit_blocks(ctx, options, blocks, driver, RegionThreads::kOne); });
  if (can_record(blocks.targets)) {
    into(ctx, sorted, [&] { emit_rounds(ctx, options, blocks, driver, frame); });
    in_place = {statement(
        CIf{way_is(driver, "PARC_SORTED"), Hint::kNone, std::move(sorted), std::move(in_place)})};
  }
  emit(ctx,
       CIf{way_is(driver, "PARC_COPIES"), Hint::kNone, std::move(copies), std::move(in_place)});
}

}  // namespace parc::lower
