#pragma once

#include <string>

namespace parc::driver {

// The folder with the runtime library: PARC_RESOURCE_DIR, else `_resources` beside the file that
// this code is in (the Python package), else ../lib/parc as seen from the executable.
std::string resource_folder();

}  // namespace parc::driver
