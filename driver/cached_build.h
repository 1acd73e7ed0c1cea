// Modules through the cache: what the import hook, the decorator and the notebook load.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::cpp {
struct Printed;
}

namespace parc::driver {

struct Compilation;

// A module in the cache, or in memory when there is none: one of `path` and `bytes` is empty.
struct Built {
  std::string key;  // of the cache
  std::string path, bytes;
  bool was_cached = false;
};

// A file's whole module: what the import hook asks for. Nothing is built, and that is no error,
// when no function of the file is native.
bool build_module(const std::string& path, const Options& options, Report& report, Built& built);

// From a module's C++ text to the module. Without a usable cache it is in memory, and a warning
// says so.
bool build_cached(Compilation& work, const cpp::Printed& printed, Built& built);

}  // namespace parc::driver
