#pragma once

#include <functional>
#include <string>

#include "driver/driver.h"

namespace parc::driver {

// Runs the work with a deep stack; what goes wrong in parc itself becomes a diagnostic. Sorts the
// diagnostics. False when the work gave false or there are errors.
bool guarded(const std::string& path, Report& report, const std::function<bool()>& work);

}  // namespace parc::driver
