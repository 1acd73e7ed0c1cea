#include "driver/resources.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "support/text_writer.h"

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

bool has_resources(const std::string& folder, std::initializer_list<const char*> names,
                   Diagnostics& diagnostics) {
  for (const char* name : names) {
    const std::string path = concat(folder, "/", name);
    if (access(path.c_str(), R_OK) == 0) continue;
    diagnostics.emit_global(Diag::kRuntimeNotFound, concat(path, " is missing"))
        .note("PARC_RESOURCE_DIR names the folder with parc's runtime library");
    return false;
  }
  return true;
}

}  // namespace parc::driver
