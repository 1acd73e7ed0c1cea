#include <charconv>
#include <string>

#include "driver/cache/environment.h"
#include "driver/cache/folder.h"
#include "driver/driver.h"
#include "driver/resources.h"

namespace parc::driver {
namespace {

// A size that is wrong is kept for the message about it.
void read_cache_size(cache::Settings& settings) {
  const std::string text = variable("PARC_CACHE_MIB");
  uint64_t given = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), given);
  const bool is_size = error == std::errc() && end == text.data() + text.size() && given > 0 &&
                       given <= UINT64_MAX >> 20;
  settings.bytes = (is_size ? given : kDefaultCacheMib) << 20;
  if (!is_size) settings.wrong_size = text;
}

}  // namespace

Options options_from_environment() {
  Options options;
  options.python = variable("PARC_PYTHON");
  options.native.compiler = variable("PARC_CXX");
  options.native.resource_dir = resource_folder();
  options.cache.folder = cache::default_folder();
  read_cache_size(options.cache);
  return options;
}

}  // namespace parc::driver
