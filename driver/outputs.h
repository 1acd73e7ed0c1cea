// Where a compiled module goes, and the files that go with it.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::driver {

// The name under which Python imports the module: what stands before the first dot of -o, else the
// source's stem; for `__init__` the folder's name.
std::string module_name(const std::string& path, const Options& options);
// Whether Python can import a module of that name; a diagnostic when not.
bool is_importable(const std::string& name, Diagnostics& diagnostics);

// The extension module's path: -o, or the source's stem and EXT_SUFFIX in --out-dir or beside the
// source.
std::string output_path(const std::string& path, const Options& options);

// Where the module will be when it is imported, of one that is written to `output`.
std::string home_path(const std::string& path, const std::string& output, const Options& options);

// The source's path as seen from the folder of the module.
std::string relative_source(const std::string& path, const std::string& output);

// Makes sure that the shared OpenMP runtime stands beside the module.
enum class RuntimeCopy : uint8_t { kFailed, kPresent, kMade };
RuntimeCopy copy_openmp(const std::string& output, const Options& options, Report& report);

// Whether both files hold the same bytes.
bool same_bytes(const std::string& first, const std::string& second);

}  // namespace parc::driver
