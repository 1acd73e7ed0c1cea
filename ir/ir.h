// Building, printing and verifying the IR.
#pragma once

#include <string>

#include "ir/module.h"
#include "support/source.h"

namespace parc::ir {

// Textual form of a module or function: the language of the tests and of `parc emit --stage=ir`.
std::string dump(const Module& module);
std::string dump(const Module& module, FunctionId function);

// Checks every invariant of the data structure; an InternalError names the node and the user's
// line.
void verify(const Module& module);

}  // namespace parc::ir
