// Moving code of the module's top level into a function, as if it had been written there: what a
// notebook cell needs, whose loops stand in no function.
#pragma once

#include <cstdint>
#include <string>

#include "frontend/syntax/ast.h"

namespace parc::syntax {

enum class Outlined : uint8_t { kStatement, kExpression };

// Moves the statement or expression with exactly this range of the tree's file into the function: a
// statement before the last one of its body, leaving `pass` behind; an expression into its last
// `return`, in place of what that returns. False when there is no such code or no such function.
bool outline(Tree& tree, Outlined what, uint32_t begin, uint32_t end, const std::string& function);

}  // namespace parc::syntax
