// Arrays and lists in whose elements the iterations of a loop accumulate.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "ir/analysis/accesses.h"
#include "ir/analysis/element_order.h"
#include "ir/analysis/loop_facts.h"

namespace parc::ir {

// Why updates of elements are no reduction.
struct ElementObstacle {
  SourceRange place;  // what stands in the way
  const char* reason;
};

class ElementReductions {
 public:
  ElementReductions(const AnalysisContext& context, const LoopAccesses& accesses, StmtId loop);

  // The reduction when every access to the array or list in the loop belongs to updates that can be
  // combined; null when there is none.
  const Reduction* of(RootId root) const;
  // What to say about updates of it that cannot; null when there are none.
  const ElementObstacle* obstacle(RootId root) const;

 private:
  using AccessList = std::vector<const Access*>;
  void judge(RootId root, const AccessList& accesses);
  std::optional<ElementObstacle> find_obstacle(RootId root, const AccessList& accesses,
                                               Reduction& reduction) const;
  std::optional<ElementObstacle> combine(const std::vector<const FoundUpdate*>& updates,
                                         Reduction& reduction) const;
  const FoundUpdate* update_of(const Access& access) const;

  const AnalysisContext& context_;
  const Function& function_;
  const LoopAccesses& accesses_;
  StmtId loop_;
  std::vector<FoundUpdate> updates_;
  std::map<StmtId, const FoundUpdate*> by_stmt_;
  std::map<RootId, Reduction> reductions_;
  std::map<RootId, ElementObstacle> obstacles_;
};

}  // namespace parc::ir
