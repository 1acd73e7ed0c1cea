#include "runtime/python/place.h"

#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

namespace parc::runtime {
namespace {

std::string file_;
thread_local const std::vector<std::string>* kernel_files_ = nullptr;

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

std::string absolute_path(const char* relative) {
  const int number = kernel_file(relative);
  if (kernel_files_ && number >= 0 && static_cast<size_t>(number) < kernel_files_->size()) {
    return (*kernel_files_)[static_cast<size_t>(number)];
  }
  return (std::filesystem::path(file_).parent_path() / relative).lexically_normal().string();
}

KernelFilesInUse::KernelFilesInUse(const std::vector<std::string>& paths)
    : outer_(std::exchange(kernel_files_, &paths)) {}

KernelFilesInUse::~KernelFilesInUse() { kernel_files_ = outer_; }

}  // namespace parc::runtime
