// Removing what `compile` wrote.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::driver {

// `path` is a source file (its module goes), a compiled module, or a folder (all modules in it go;
// folders in it stay untouched). With a module goes its stub. Only files that bear parc's mark are
// removed, and the OpenMP runtime beside them when no module needs it any more. `removed` lists the
// files.
bool clean(const std::string& path, const Options& options, Report& report,
           std::vector<std::string>& removed);

}  // namespace parc::driver
