// What each variable is to a par loop: shared, private, a last value, a reduction, or carried from
// iteration to iteration, which is refused with a diagnostic. Also how the loop is left.
//
// A loop nested in the loop, par or not, is an ordinary serial loop here.
#pragma once

#include "ir/analysis/context.h"
#include "ir/analysis/loop_facts.h"
#include "support/diagnostic.h"

namespace parc::ir {

// Fills variables, reductions, reasons, has_break and has_return. The verdict is kParallel when no
// variable stands in the way (the element proof comes after this), else kRefused; each refusal is
// reported. check="trust" changes nothing here.
LoopFacts analyze_sharing(const AnalysisContext& context, StmtId loop, Diagnostics& diagnostics);

}  // namespace parc::ir
