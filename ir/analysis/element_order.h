// Whether updates of elements can be accumulated apart and put together afterwards.
#pragma once

#include <optional>

#include "ir/analysis/element_updates.h"

namespace parc::ir {

struct ElementOperation {
  ReductionOp op;  // of bool elements: the bitwise one that does the same
  // The order of the updates of one element shows: in what a store rounds to another kind, raises
  // or wraps, or in which of two equal numbers stays.
  bool ordered;
};

// Nothing when the update is no reduction for elements of this kind.
std::optional<ElementOperation> element_operation(const Module& module, const Function& function,
                                                  const FoundUpdate& update);

}  // namespace parc::ir
