// The diagnostics of elements that iterations share.
#pragma once

#include <string>

#include "ir/analysis/element_reductions.h"
#include "ir/analysis/meeting.h"
#include "support/diagnostic.h"

namespace parc::ir {

// Two accesses of which at least one writes, and what the test of them found (not kNever).
struct ElementProblem {
  const Access* first;  // in source order
  const Access* second;
  MeetingResult result;
  // Why the updates of elements among the accesses are no reduction; null: there are none.
  const ElementObstacle* update = nullptr;
};

// Reports it; gives the reason for the report of the loop.
std::string report_problem(const LoopAccesses& accesses, const ElementProblem& problem,
                           Diagnostics& diagnostics);

// "`a`", or "an array" when the memory has no name.
std::string root_name(const LoopAccesses& accesses, const Access& access);

}  // namespace parc::ir
