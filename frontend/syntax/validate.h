// Rules of Python that its grammar does not state, for a tree without syntax errors: what may be
// assigned to, where `return`, `break` and `yield` may stand, what `global` may name.
#pragma once

#include "frontend/syntax/ast.h"
#include "support/diagnostic.h"

namespace parc::syntax {

void validate(const Tree& tree, Diagnostics& diagnostics);

}  // namespace parc::syntax
