// What parc was built for, from the build's configuration.
#pragma once

#include <string_view>

namespace parc::driver {

inline constexpr std::string_view kVersion = PARC_VERSION;
inline constexpr std::string_view kPythonVersion = PARC_PYTHON_VERSION;      // "3.11"
inline constexpr std::string_view kExtensionSuffix = PARC_EXTENSION_SUFFIX;  // ".cpython-311-….so"

}  // namespace parc::driver
