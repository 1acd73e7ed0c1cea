#pragma once

#include <string>

namespace parc::driver {

// Versions of parc and of what it is built from, a line each.
std::string versions();

}  // namespace parc::driver
