// Compiled anew for each Python, as those of python/compiler/ are and no others of the compiler.
#include "driver/build_info.h"

namespace parc::driver {

constinit const std::string_view kVersion = PARC_VERSION;
constinit const std::string_view kPythonVersion = PARC_PYTHON_VERSION;
constinit const std::string_view kExtensionSuffix = PARC_EXTENSION_SUFFIX;

}  // namespace parc::driver
