// Which variables an iteration assigns before it reads them: a forward analysis of one loop body,
// sensitive to paths where that is cheap. Seen are: the same condition tested twice with nothing in
// between that could change it; inner loops that run at least once, or as often in every iteration.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "ir/analysis/local_set.h"
#include "ir/analysis/ranges.h"
#include "ir/module.h"

namespace parc::ir {

// A place where a variable may be read before the iteration has assigned it.
struct ExposedRead {
  StmtId stmt;
  ExprId expr;  // the LocalRef; none for CheckBound
};

struct AssignedFirst {
  // By local, in source order; only locals that the body assigns.
  std::map<LocalId, std::vector<ExposedRead>> exposed;
  // Locals whose reads may see the value from before the loop, in all iterations alike: an inner
  // loop assigns them, and it runs never or in every iteration.
  std::set<LocalId> copy_in;
};

// `loop` is a Loop of the function.
AssignedFirst assigned_first(const Function& function, StmtId loop, const Ranges& ranges);

// Locals that the block assigns, loop indices included.
LocalSet assigned_locals(const Function& function, const Block& block);

}  // namespace parc::ir
