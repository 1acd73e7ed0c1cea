// The machine's shared libraries, found without a compiler or development packages.
#pragma once

#include <string>

namespace parc::native {

// The path of the shared library with this SONAME ("libm.so.6"): where this process loaded it from,
// else beside a library that it loaded, else in the usual folders. "" when there is none.
std::string find_system_library(const std::string& soname);

}  // namespace parc::native
