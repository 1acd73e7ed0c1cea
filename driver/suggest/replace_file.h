#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::driver {

// Replaces the source file by the text, in its own encoding and with its mode, at once or not at
// all. A diagnostic when the file is no longer the one with that hash, or cannot be written.
bool replace_file(const std::string& path, const std::string& hash, const std::string& text,
                  Report& report);

}  // namespace parc::driver
