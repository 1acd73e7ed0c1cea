// Functions that are asked for by name, for given types: what a call from Python needs compiled.
#pragma once

#include <vector>

#include "frontend/check/check.h"
#include "frontend/check/entries.h"

namespace parc::check {

// The entry points for the requests. Where a parameter has an annotation that can be read it says
// the type, as in a compiled module; else the request's type does.
std::vector<EntryPoint> find_requested(Program& program, const ModuleScope& module,
                                       const std::vector<Request>& requests);

}  // namespace parc::check
