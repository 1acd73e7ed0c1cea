// Expressions and locals as text, shared by the dump and by messages about the IR.
#pragma once

#include <string>

#include "ir/module.h"

namespace parc::ir {

// The name of a local in a dump: `x`, `x.7` when several locals have the name, `%7` for a
// temporary.
std::string dump_local(const Function& function, LocalId local);
std::string dump_expr(const Module& module, const Function& function, ExprId expr);

}  // namespace parc::ir
