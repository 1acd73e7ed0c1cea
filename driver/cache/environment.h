#pragma once

#include <cstdlib>
#include <string>

namespace parc::driver {

// A variable of the environment, "" when it is not set.
inline std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace parc::driver
