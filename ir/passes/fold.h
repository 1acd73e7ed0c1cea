// Evaluates what is known at compile time: arithmetic and comparisons of int and bool literals
// (where nothing can overflow or fail), `not`, `and`, `or`, conditional expressions and statements
// with a known condition. Floats are left alone: the C++ compiler folds them with the same bits.
//
// Stands after inlining, which brings constant arguments; before dead code, which it makes.
#pragma once

#include "ir/module.h"

namespace parc::ir {

void fold_constants(Module& module);

}  // namespace parc::ir
