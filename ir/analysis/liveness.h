// Which locals may still be read after a statement: a structured backward analysis.
#pragma once

#include <map>

#include "ir/analysis/local_set.h"
#include "ir/module.h"

namespace parc::ir {

class Liveness {
 public:
  explicit Liveness(const Function& function);

  // Locals that may be read after the statement has ended normally (a loop also by break), before
  // they are assigned again. Also for statements that are never reached.
  const LocalSet& live_after(StmtId statement) const;

  // Locals that a round of the loop may read from before it, be that the round before.
  const LocalSet& live_at_head(StmtId loop) const;

 private:
  friend class LivenessBuilder;
  std::map<StmtId, LocalSet> after_, heads_;
  LocalSet empty_;
};

}  // namespace parc::ir
