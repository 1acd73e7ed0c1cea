// The Python files that an output was made of, for build tools.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::driver {

// A rule of make, `target: file…`, with the file itself and the modules that it imports, as far as
// they were read. Blanks, `#` and `$` of paths are escaped as make and ninja read them.
std::string depfile_text(const std::string& target, const Report& report);

}  // namespace parc::driver
