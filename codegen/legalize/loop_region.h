// The parallel region of a par loop.
#pragma once

#include <functional>
#include <string>

#include "codegen/legalize/context.h"

namespace parc::lower {

// Names of the C variables of one loop's driver.
struct Driver {
  std::string environment, loop, parts, serial, fast;
};

// The statements that do piece number `index` (a C name) of the work on the state `worker`.
using PieceWriter = std::function<CBlock(const std::string& index, const CExpr& worker)>;

// Runs the pieces from `first` to before `last` on the threads of the parc_loop variable `loop`.
struct RegionPlan {
  std::string loop;
  CExpr first, last;
  ScheduleKind schedule = ScheduleKind::kStatic;
  CExpr chunk;  // null for kStatic
};
void emit_region(FunctionContext& ctx, const RegionPlan& plan, const PieceWriter& piece);

// The blocks of the loop, as its options ask for.
void emit_blocks(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver);

}  // namespace parc::lower
