#include "codegen/legalize/in_order.h"

#include <algorithm>

#include "codegen/legalize/block_parts.h"
#include "codegen/legalize/combine_parts.h"
#include "codegen/legalize/expressions.h"

namespace parc::lower {
namespace {

// Runs block `index` from what the variables have come to; leaves the C++ loop with the loop.
CBlock one_block(FunctionContext& ctx, const ir::LoopFacts& facts, const BlockFunctions& blocks,
                 const Driver& driver, const std::string& index) {
  CBlock code;
  into(ctx, code, [&] {
    for (const ir::LocalId variable : settled_variables(facts)) {
      if (std::find(blocks.captured.begin(), blocks.captured.end(), variable) ==
          blocks.captured.end())
        continue;
      const std::string field = local_name(ctx, variable);
      emit(ctx, CAssign{member(name(driver.environment), field), local(ctx, variable)});
    }
    clear_part(ctx, facts, element(name(driver.parts), name(index)), blocks.output);
    emit(ctx, CEvaluate{run_block(blocks, driver, index, name("st"))});
    emit(ctx, CIf{call("parc_loop_is_cut", {address(name(driver.loop))}),
                  Hint::kUnlikely,
                  {statement(CBreak{})},
                  {}});
  });
  return code;
}

}  // namespace

void emit_blocks_with_early_errors(FunctionContext& ctx, const ir::Loop& node,
                                   const ir::LoopFacts& facts, const BlockFunctions& blocks,
                                   const FunctionContext& plan, const Driver& driver) {
  const CExpr loop = name(driver.loop);
  const CExpr in_order = infix("!=", name(driver.serial), null());
  CBlock at_once;
  into(ctx, at_once, [&] { emit_blocks(ctx, *node.par, blocks, driver, RegionThreads::kAny); });
  emit(ctx, CIf{prefix("!", in_order), Hint::kNone, std::move(at_once), {}});
  const std::string first = temporary(ctx), index = temporary(ctx);
  emit(ctx, CDeclare{"const parc_i64", first,
                     ternary(in_order, integer(0), call("parc_loop_rest", {address(loop)}))});
  CBlock body;
  body.push_back(statement(CIf{infix(">=", name(index), name(first)),
                               Hint::kNone,
                               one_block(ctx, facts, blocks, driver, index),
                               {}}));
  into(ctx, body,
       [&] { fold_settled(ctx, plan, facts, element(name(driver.parts), name(index))); });
  const CExpr count = member(loop, "blocks");
  CBlock rest{statement(CFor{index, integer(0), count, integer(1), std::move(body)})};
  emit(ctx, CIf{infix("<", name(first), count), Hint::kUnlikely, std::move(rest), {}});
}

}  // namespace parc::lower
