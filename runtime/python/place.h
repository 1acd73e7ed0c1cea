// Where the module's Python files are.
#pragma once

#include <string>
#include <vector>

namespace parc::runtime {

// Set once, from the module's __file__.
void set_module_file(const std::string& path);
// The extension module's own path.
const std::string& module_file();
// The path of a file as the compiler named it: of a kernel what is in use, else absolute, from a
// name relative to the module's folder.
std::string absolute_path(const char* relative);

// For the time of a call, on its thread: the paths of a kernel's files, which the compiler calls
// "<0>", "<1>", …
class KernelFilesInUse {
 public:
  explicit KernelFilesInUse(const std::vector<std::string>& paths);
  ~KernelFilesInUse();
  KernelFilesInUse(const KernelFilesInUse&) = delete;
  KernelFilesInUse& operator=(const KernelFilesInUse&) = delete;

 private:
  const std::vector<std::string>* outer_;
};

}  // namespace parc::runtime
