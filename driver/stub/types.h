// The types that values show.
#pragma once

#include <map>
#include <string>

#include "driver/stub/context.h"

namespace parc::stub {

// Annotations by the name of a parameter.
using ParameterTypes = std::map<std::string, std::string>;

// The type of a value as far as literals show it; `Incomplete` for what they do not.
std::string type_of(Context& context, syntax::ExprId value, const ParameterTypes& parameters = {});

// A number, a string, None, an ellipsis, or a negative number.
bool is_literal(const syntax::Tree& tree, syntax::ExprId value);
// The same, and tuples, lists and sets of them.
bool is_literal_display(const syntax::Tree& tree, syntax::ExprId value);

// Whether it is written as a type: `list[int]`, `A | None`.
bool is_type(const syntax::Tree& tree, const ModuleNames& names, syntax::ExprId value);
// A call that makes a type: `TypeVar("T")`, `NamedTuple("P", …)`.
bool makes_type(const syntax::Tree& tree, syntax::ExprId value);

}  // namespace parc::stub
