// Arrays that may share memory although they are different to the program: what has to be checked
// right before the loop.
#pragma once

#include <optional>

#include "ir/analysis/loop_facts.h"
#include "ir/analysis/meeting.h"

namespace parc::ir {

// Fills overlaps, self_overlaps and reasons; the reductions of elements are in `facts` already.
// Gives an access whose memory has no name outside of the body, so that no check of it is possible:
// the loop must be refused. `trust`: identical arrays are taken to be fine.
std::optional<Access> add_overlap_checks(const LoopAccesses& accesses, MeetingTest& test,
                                         bool trust, LoopFacts& facts);

}  // namespace parc::ir
