// Calls of native functions.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// The result: a variable that holds it, whose memory the receiver takes over (see gives_ownership).
CExpr lower_call(FunctionContext& ctx, ir::ExprId id, const ir::Call& node);

}  // namespace parc::lower
