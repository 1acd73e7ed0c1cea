// Whether the iterations of a par loop touch different elements.
#pragma once

#include "ir/analysis/context.h"
#include "ir/analysis/loop_facts.h"
#include "support/diagnostic.h"

namespace parc::ir {

// `facts` comes from analyze_sharing. Fills verdict (never better than it was), reasons, overlaps,
// self_overlaps and conditions; a refusal is reported. check="trust" turns what cannot be shown
// into kParallel.
void prove_elements(const AnalysisContext& context, LoopFacts& facts, Diagnostics& diagnostics);

}  // namespace parc::ir
