// Bounds read as sums, to see which tests before a loop hold whatever the values are.
#pragma once

#include "codegen/legalize/c_tree.h"

namespace parc::lower {

// Whether a <= b for all values that the names in them can have: 64-bit integers, lengths from 0
// on. `false` means that it is not seen. The expressions are bounds as bound.h makes them.
bool always_at_most(const CExpr& a, const CExpr& b);

}  // namespace parc::lower
