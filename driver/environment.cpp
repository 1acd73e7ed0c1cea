#include <charconv>
#include <cstdlib>
#include <string>

#include "driver/cache/folder.h"
#include "driver/driver.h"
#include "driver/resources.h"

namespace parc::driver {
namespace {

constexpr uint64_t kCacheMib = 1024;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

uint64_t cache_bytes() {
  const std::string text = variable("PARC_CACHE_MIB");
  uint64_t mebibytes = kCacheMib;
  uint64_t given = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), given);
  if (error == std::errc() && end == text.data() + text.size() && given > 0) mebibytes = given;
  return mebibytes << 20;
}

}  // namespace

Options options_from_environment() {
  Options options;
  options.python = variable("PARC_PYTHON");
  options.native.compiler = variable("PARC_CXX");
  options.native.resource_dir = resource_folder();
  options.cache.folder = cache::default_folder();
  options.cache.bytes = cache_bytes();
  return options;
}

}  // namespace parc::driver
