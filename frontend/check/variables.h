// Reading and binding local names.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// The local that stands for the web of a definition.
ir::LocalId local_of(Context& c, DefId def, const std::string& name, SourceRange range);
// Reads a local name; reports and tests what may be unbound.
Value read_variable(Context& c, NameId name, SourceRange range);
// Whether the name is bound here, and its value if it is: a tuple of a bool and the value, which is
// a zero where a scalar is not bound.
Value read_if_bound(Context& c, NameId name, SourceRange range);
// Binds the name at this place of the syntax to the value.
void bind_variable(Context& c, syntax::ExprId target, const Value& value);
// Binds the parameters at the start of the function.
void bind_parameters(Context& c);
// Statements at the very start of the function: the flags of names that may be unbound are false.
ir::Block clear_flags(Context& c);
// All local names.
NameSet all_names(const Context& c);

}  // namespace parc::check
