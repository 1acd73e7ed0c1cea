#include "codegen/native/system_libraries.h"

#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace parc::native {
namespace {

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

// Paths of the libraries in this process, in load order.
std::vector<std::string> loaded_libraries() {
  std::vector<std::string> paths;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* list) {
        std::string path = info->dlpi_name ? info->dlpi_name : "";
        if (path.find('/') != std::string::npos) {
          static_cast<std::vector<std::string>*>(list)->push_back(std::move(path));
        }
        return 0;
      },
      &paths);
  return paths;
}

bool is_readable(const std::string& path) { return access(path.c_str(), R_OK) == 0; }

}  // namespace

std::string find_system_library(const std::string& soname) {
  std::vector<std::string> loaded = loaded_libraries();
  for (const std::string& path : loaded) {
    if (path.ends_with("/" + soname) && is_readable(path)) return path;
  }
  std::vector<std::string> folders;
  for (const std::string& path : loaded) {
    std::string folder = folder_of(path);
    if (path.find("/libc.so") != std::string::npos) folders.insert(folders.begin(), folder);
  }
  for (const char* folder : {"/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64",
                             "/usr/lib64", "/lib", "/usr/lib"}) {
    folders.push_back(folder);
  }
  for (const std::string& folder : folders) {
    std::string path = folder + "/" + soname;
    if (is_readable(path)) return path;
  }
  return "";
}

}  // namespace parc::native
