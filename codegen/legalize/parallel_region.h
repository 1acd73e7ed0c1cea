// The parallel region of a par loop.
#pragma once

#include <functional>
#include <string>

#include "codegen/legalize/context.h"

namespace parc::lower {

// Names of the C variables of one loop's driver.
struct Driver {
  std::string number;  // in the others, which are unique by it
  std::string environment, loop, parts, serial, fast, way;
};

// The statements that do piece number `index` (a C name) of the work on the state `worker`.
using PieceWriter = std::function<CBlock(const std::string& index, const CExpr& worker)>;

// How many threads the loop has where the region stands.
enum class RegionThreads : uint8_t { kAny, kOne };

// Runs the pieces from `first` to before `last` on the threads of the parc_loop variable `loop`.
struct RegionPlan {
  std::string loop;
  CExpr first, last;
  ScheduleKind schedule = ScheduleKind::kStatic;
  CExpr chunk = nullptr;  // null for kStatic
  RegionThreads threads = RegionThreads::kAny;
};
void emit_region(FunctionContext& ctx, const RegionPlan& plan, const PieceWriter& piece);

// For pieces of the loop's work that are not its blocks.
RegionPlan plan_of_pieces(const ir::ParOptions& options, const std::string& loop, CExpr first,
                          CExpr last);
// For blocks, as the options ask for.
RegionPlan plan_of_blocks(const ir::ParOptions& options, const std::string& loop, CExpr first,
                          CExpr last);

// The version of a block's function that is to run, and what a block writes its part to.
CExpr chosen_version(const BlockVersions& versions, const std::string& fast);
CExpr parts_of(const BlockFunctions& blocks, const Driver& driver);

// The call that runs block number `index` (a C name) on the state `worker`.
CExpr run_block(const BlockFunctions& blocks, const Driver& driver, const std::string& index,
                const CExpr& worker);

// All blocks of the loop.
void emit_blocks(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, RegionThreads threads);

}  // namespace parc::lower
