#include "runtime/python/place.h"

#include <charconv>
#include <filesystem>
#include <mutex>
#include <string_view>

namespace parc::runtime {
namespace {

std::string file_;
std::mutex kernel_files_mutex_;
std::vector<std::string> kernel_files_;

// The number in "<12>", -1 in other names.
int kernel_file(std::string_view name) {
  if (!name.starts_with('<') || !name.ends_with('>')) return -1;
  int number = -1;
  std::from_chars(name.data() + 1, name.data() + name.size() - 1, number);
  return number;
}

}  // namespace

void set_module_file(const std::string& path) {
  file_ = std::filesystem::absolute(path).lexically_normal().string();
}

const std::string& module_file() { return file_; }

void set_kernel_files(const std::vector<std::string>& paths) {
  const std::lock_guard lock(kernel_files_mutex_);
  kernel_files_ = paths;
}

std::string absolute_path(const char* relative) {
  const int number = kernel_file(relative);
  const std::lock_guard lock(kernel_files_mutex_);
  if (number >= 0 && static_cast<size_t>(number) < kernel_files_.size()) {
    return kernel_files_[static_cast<size_t>(number)];
  }
  return (std::filesystem::path(file_).parent_path() / relative).lexically_normal().string();
}

}  // namespace parc::runtime
