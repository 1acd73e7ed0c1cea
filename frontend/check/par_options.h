// `par(iterable, …)`, with its options, as the iterable of a loop.
#pragma once

#include <optional>

#include "frontend/check/program.h"
#include "frontend/check/symbols.h"

namespace parc::check {

// The call when the expression is a call of parc's `par`, under whatever name, else null.
const syntax::Call* par_call(Program& program, const ModuleScope& module, const Scope* scope,
                             syntax::ExprId id);

// The options of par loops that do not say otherwise: those that a request came with, else those of
// the function's `@parc.jit(…)`.
ir::ParOptions default_options(Context& c);

struct ParHeader {
  syntax::ExprId iterable;
  ir::ParOptions options;
};

// What a par loop runs over and how; nothing with a diagnostic when that is wrong.
std::optional<ParHeader> check_par_call(Context& c, const syntax::Call& call, SourceRange range);

}  // namespace parc::check
