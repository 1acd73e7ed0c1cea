// Functions for given types of arguments, like templates.
#pragma once

#include <vector>

#include "frontend/check/program.h"

namespace parc::check {

// The instance for these parameter types, made and checked when it is new. `caller` may be null.
// Null when there are too many instances of the function.
Instance* instantiate(Program& program, const SourceFunction& source,
                      std::vector<ir::TypeId> parameter_types, Instance* caller);

// Checks again what depends on results that changed, until nothing changes.
void settle_instances(Program& program);

}  // namespace parc::check
