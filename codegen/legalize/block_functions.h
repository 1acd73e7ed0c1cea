// The C++ functions that run a block of a par loop's iterations.
#pragma once

#include <string>

#include "codegen/legalize/context.h"
#include "ir/analysis/loop_facts.h"

namespace parc::lower {

// The C variable of a loop's trip count, wherever the loop is run from.
std::string trip_name(ir::StmtId loop);

// The functions of the loop, with the structs of what they are given and contribute; they are
// written at the first call, and once.
const BlockFunctions& block_functions(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node,
                                      const ir::LoopFacts& facts);

}  // namespace parc::lower
