// Which representations hold which values.
#pragma once

#include "ir/types.h"

namespace parc::ir {

// Whether every kind of `from` is one of `to`: the same type, a scalar or mixed type in a mixed
// one, tuples element by element. What Coerce does, and Narrow the other way round.
bool coercible(const TypeTable& types, TypeId from, TypeId to);

}  // namespace parc::ir
