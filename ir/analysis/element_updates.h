// Whether elements are accumulated in: `h[b[i]] += 1`.
#pragma once

#include "ir/analysis/accesses.h"

namespace parc::ir {

// `a` and `b` belong to one store of the form x[…] = x[…] op e, with an op of a reduction, and the
// loop touches x nowhere else.
bool is_element_reduction(const AnalysisContext& context, const LoopAccesses& accesses,
                          const Access& a, const Access& b);

}  // namespace parc::ir
