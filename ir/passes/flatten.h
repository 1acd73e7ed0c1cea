// Takes calls out of expressions, so that each stands alone in a statement and can be replaced by
// the callee's body. Order of evaluation, laziness of `and`, `or` and conditional expressions
// included, stays as it was: what is evaluated before the call and could see its effects goes to a
// temporary.
#pragma once

#include <functional>

#include "ir/module.h"

namespace parc::ir {

// Which calls to take out, by their expression.
using CallFilter = std::function<bool(const Call&)>;

// Rewrites the expressions of one statement (not of its blocks). The result takes its place: mostly
// `temporary = call` statements, then the statement. A while loop whose condition holds a call
// becomes `while True` with a test inside; one with an else clause is left alone.
Block flatten_calls(Module& module, Function& function, StmtId stmt, const CallFilter& wanted);

}  // namespace parc::ir
