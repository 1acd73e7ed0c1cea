// Module-level names as compile-time constants: bound once, to an expression of literals, other
// constants and constructors of numbers. The expression is checked again at every use.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

Value check_module_constant(Context& c, const ModuleScope& module, const Global& global,
                            SourceRange range);

// Checks an expression that stands at the top level of a module (a constant, a default value), as
// seen from `range`. Reports what is no constant expression as `kind`.
Value check_constant_expr(Context& c, const ModuleScope& module, syntax::ExprId expr,
                          SourceRange range, Diag kind, const std::string& what);

}  // namespace parc::check
