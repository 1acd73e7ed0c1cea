// What other build tools need to make a module of the C++ text, as `parc config` prints it.
#pragma once

#include <string>
#include <vector>

#include "driver/driver.h"

namespace parc::driver {

// Whether the files that the flags speak of are there; a diagnostic when not.
bool has_build_files(const Options& options, Diagnostics& diagnostics);

// The flags of Options::native.compiler (g++ when there is none) for C++ text to object, and for
// objects to module. None has a character that a shell would expand or split.
std::vector<std::string> compile_flags(const Options& options);
std::vector<std::string> link_flags(const Options& options);

// The folder to find CMake's package in.
std::string cmake_folder(const Options& options);

// A hash of all that a module depends on besides its sources and options.
std::string toolchain_hash(const Options& options);

}  // namespace parc::driver
