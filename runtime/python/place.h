// Where the module's Python files are.
#pragma once

#include <string>

namespace parc::runtime {

// Set once, from the module's __file__.
void set_module_file(const std::string& path);
// The extension module's own path.
const std::string& module_file();
// The absolute path of a file that the compiler named relative to the module's folder.
std::string absolute_path(const char* relative);

}  // namespace parc::runtime
