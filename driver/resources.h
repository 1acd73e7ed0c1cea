// parc's own files that modules are made with.
#pragma once

#include <initializer_list>
#include <string>

#include "support/diagnostic.h"

namespace parc::driver {

// The folder with the runtime library: PARC_RESOURCE_DIR, else `_resources` beside the file that
// this code is in (the Python package), else ../lib/parc as seen from the executable.
std::string resource_folder();

// Whether these can be read in the folder; a diagnostic for the first that cannot.
bool has_resources(const std::string& folder, std::initializer_list<const char*> names,
                   Diagnostics& diagnostics);

}  // namespace parc::driver
