// Copies a function's body into another function in place of a call.
#pragma once

#include "ir/module.h"

namespace parc::ir {

// The callee's body with fresh locals, labels and frames, its returns turned into assignments of
// `target` (none: the result is dropped). An early return leaves a label around the copy; where the
// rest of the function can move into the other branch of an `if`, none is needed.
//
// `call` is an expression of the caller; its arguments are evaluated first, in order. A par loop of
// the callee with a return inside becomes an ordinary loop.
Block clone_callee(Module& module, Function& caller, ExprId call, LocalId target);

}  // namespace parc::ir
