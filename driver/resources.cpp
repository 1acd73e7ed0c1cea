#include "driver/resources.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>

namespace parc::driver {

namespace fs = std::filesystem;

std::string resource_folder() {
  if (const char* folder = std::getenv("PARC_RESOURCE_DIR"); folder && *folder) return folder;
  std::error_code ignored;
  Dl_info info;
  if (dladdr(reinterpret_cast<void*>(&resource_folder), &info) != 0 && info.dli_fname) {
    const fs::path beside = fs::path(info.dli_fname).parent_path() / "_resources";
    if (fs::is_directory(beside, ignored)) return beside.string();
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  return (program.parent_path().parent_path() / "lib" / "parc").string();
}

}  // namespace parc::driver
