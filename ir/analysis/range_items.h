// The variable of a loop over range(): its value is an item of the range, which is known to fit 64
// bits and to lie between start and stop, whatever its parts do.
#pragma once

#include "ir/module.h"

namespace parc::ir {

// Whether `value`, assigned in the loop's body, is `start + index * step` with the index of the
// loop and the very start and step of `length`, the loop's trip count; a start of 0 and a step of 1
// may be left out. Other sums with the index are not items of the range.
bool is_range_item(const Function& function, const Loop& loop, const RangeLength& length,
                   ExprId value);

}  // namespace parc::ir
