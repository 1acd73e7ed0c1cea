// The diagnostics of variables that iterations cannot share.
#pragma once

#include "ir/analysis/context.h"
#include "ir/analysis/reductions.h"
#include "support/diagnostic.h"

namespace parc::ir {

// Reports why the variable is refused; `result` is not kNone.
void report_carried(const AnalysisContext& context, StmtId loop, LocalId variable,
                    const ReductionResult& result, Diagnostics& diagnostics);

// A companion of an extreme that is read or assigned elsewhere in the body, at `place`.
void report_companion(const AnalysisContext& context, LocalId companion, const Reduction& extreme,
                      SourceRange place, bool is_read, Diagnostics& diagnostics);

// "sum", "maximum with `arg`".
std::string reduction_kind(const Function& function, const Reduction& reduction);

// "`s` is a reduction (sum)": for the report of the loop.
std::string describe(const Function& function, const Reduction& reduction);

}  // namespace parc::ir
