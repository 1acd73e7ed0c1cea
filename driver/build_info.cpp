// The only file of the compiler that is compiled anew for each Python.
#include "driver/build_info.h"

namespace parc::driver {

constinit const std::string_view kVersion = PARC_VERSION;
constinit const std::string_view kPythonVersion = PARC_PYTHON_VERSION;
constinit const std::string_view kExtensionSuffix = PARC_EXTENSION_SUFFIX;

}  // namespace parc::driver
