// How a par loop may be left before its last iteration, and whether its effects allow that.
#pragma once

#include "ir/analysis/context.h"
#include "ir/analysis/loop_facts.h"
#include "support/diagnostic.h"

namespace parc::ir {

struct LoopExits {
  StmtId first_break;   // of this loop; none when there is none
  StmtId first_return;  // a Return, or a Leave of a label around the loop
};

LoopExits find_exits(const Function& function, const Loop& loop);

// The first statement of the body that stores to memory which outlives its iteration: arrays and
// lists that the body does not make itself. None when there is none.
StmtId find_outer_store(const AnalysisContext& context, const Loop& loop);

// A loop that stores elements cannot be left early: reports it. True when the loop may stay.
bool check_exits(const AnalysisContext& context, const Loop& loop, const LoopExits& exits,
                 Diagnostics& diagnostics);

}  // namespace parc::ir
