// Updates of whole arrays and views: `y += row`, `m[:, j] *= 2.0`.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// `target op= value` where the target is an array: NumPy changes its elements in place. They become
// loops over the elements, so that the analyses see each update. `target` was evaluated before and
// may be evaluated again.
void update_array(Context& c, const Value& target, ir::BinaryOp op, const Value& value,
                  SourceRange range);

}  // namespace parc::check
