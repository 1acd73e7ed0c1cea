// Operands that an iteration evaluates although the serial loop would have left them out, as an
// earlier iteration settled the matter: e of `x = x or e`, and what an extreme takes along. Each
// block of iterations starts without knowing what the blocks before it found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ir/analysis/accesses.h"
#include "ir/analysis/loop_facts.h"

namespace parc::ir {

// An operand that may raise, so that its error counts only if the serial loop gets there.
struct EarlyOperand {
  LocalId variable;           // of the reduction
  std::vector<StmtId> stmts;  // the update and what is in it
  SourceRange range;
};

// The first one of the loop, if any. The reductions of `facts` are known.
std::optional<EarlyOperand> find_early_operand(const AnalysisContext& context,
                                               const LoopFacts& facts);

// What keeps the loop from being gone through again from the block that raised: the name of an
// array that it accumulates in, that the operand itself changes, or that the loop both reads and
// changes; none when there is no such array.
std::optional<std::string> find_lasting_change(const LoopAccesses& accesses, const LoopFacts& facts,
                                               const EarlyOperand& operand);

}  // namespace parc::ir
