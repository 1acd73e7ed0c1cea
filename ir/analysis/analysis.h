// The facts about all par loops of a module: what the passes and code generation may rely on.
#pragma once

#include <map>

#include "ir/analysis/context.h"
#include "ir/analysis/loop_facts.h"
#include "support/diagnostic.h"

namespace parc::ir {

using ModuleFacts = std::map<FunctionId, FunctionFacts>;

// Judges every par loop; each refusal is a diagnostic. Runs after the passes: a call in a loop body
// that is still there is judged by the summary of its callee.
ModuleFacts analyze(const Module& module, Diagnostics& diagnostics);

// One function; `effects` is of the module.
FunctionFacts analyze(const Module& module, const Effects& effects, FunctionId function,
                      Diagnostics& diagnostics);

// One par loop.
LoopFacts analyze_loop(const AnalysisContext& context, StmtId loop, Diagnostics& diagnostics);

}  // namespace parc::ir
