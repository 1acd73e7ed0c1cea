// What a par loop has to look at right before it runs: arrays that must be apart, conditions on
// values.
#pragma once

#include <string>

#include "codegen/legalize/context.h"

namespace parc::lower {

// Declares `variable`, a const char*: why the loop of `trip` iterations has to run in serial order,
// null when it need not. `frame`: of the loop, for errors.
void emit_entry_checks(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& trip,
                       const CExpr& frame, const std::string& variable);

}  // namespace parc::lower
