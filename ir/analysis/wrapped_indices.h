// Indices of which the accesses' own conditions show that they do not count from the end.
#pragma once

#include "ir/analysis/accesses.h"

namespace parc::ir {

// Replaces in each access the unknowns for "the index, or the index plus the length" by the index
// where it cannot be negative. One question for an access here spares a case distinction for every
// pair of accesses later.
void unwrap_indices(LoopAccesses& accesses);

}  // namespace parc::ir
