#include "driver/cache/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "driver/cache/environment.h"

namespace parc::driver::cache {
namespace {

namespace fs = std::filesystem;

// What is wrong with a folder or file, "" when nothing is.
std::string fault_of(const struct stat& status) {
  if (status.st_uid != geteuid()) return "it belongs to another user";
  if (status.st_mode & (S_IWGRP | S_IWOTH)) return "others can write to it";
  return "";
}

}  // namespace

std::string default_folder() {
  if (std::getenv("PARC_CACHE_DIR")) return variable("PARC_CACHE_DIR");
  if (std::string cache = variable("XDG_CACHE_HOME"); cache.starts_with('/')) {
    return cache + "/parc";
  }
  std::string home = variable("HOME");
  return home.empty() ? "" : home + "/.cache/parc";
}

bool open_folder(const std::string& folder, std::string& why) {
  std::error_code error;
  fs::create_directories(fs::path(folder).parent_path(), error);  // what failed shows below
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    why = std::strerror(errno);
    return false;
  }
  struct stat status{};
  if (stat(folder.c_str(), &status) != 0) {
    why = std::strerror(errno);
  } else if (!S_ISDIR(status.st_mode)) {
    why = "it is not a folder";
  } else {
    why = fault_of(status);
  }
  return why.empty();
}

bool is_private(int descriptor) {
  struct stat status{};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && fault_of(status).empty();
}

}  // namespace parc::driver::cache
