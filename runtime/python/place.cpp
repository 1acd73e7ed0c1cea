#include "runtime/python/place.h"

#include <filesystem>

namespace parc::runtime {
namespace {

std::string file_;

}  // namespace

void set_module_file(const std::string& path) {
  file_ = std::filesystem::absolute(path).lexically_normal().string();
}

const std::string& module_file() { return file_; }

std::string absolute_path(const char* relative) {
  return (std::filesystem::path(file_).parent_path() / relative).lexically_normal().string();
}

}  // namespace parc::runtime
