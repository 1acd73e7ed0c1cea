// What parc was built for, from the build's configuration.
#pragma once

#include <string_view>

namespace parc::driver {

extern const std::string_view kVersion;
extern const std::string_view kPythonVersion;    // "3.11"
extern const std::string_view kExtensionSuffix;  // ".cpython-311-….so"

}  // namespace parc::driver
