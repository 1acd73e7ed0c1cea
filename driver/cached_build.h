#pragma once

#include "driver/kernel.h"
#include "driver/phases.h"

namespace parc::driver {

// From a module's C++ text to the module, through the cache. Without a usable cache it is in
// memory, and a warning says so.
bool build_cached(Compilation& work, const cpp::Printed& printed, Built& built);

}  // namespace parc::driver
