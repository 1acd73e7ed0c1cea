#include "driver/cache/contents.h"

#include <filesystem>
#include <vector>

#include "driver/cache/entry.h"
#include "support/text_writer.h"

namespace parc::driver::cache {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries(const std::string& folder) {
  std::vector<fs::path> list;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with(kEntryPrefix)) list.push_back(it->path());
  }
  return list;
}

}  // namespace

Contents read_contents(const std::string& folder) {
  Contents contents;
  for (const fs::path& path : entries(folder)) {
    std::error_code error;
    const uint64_t size = fs::file_size(path, error);
    if (error) continue;  // removed by another process just now
    ++contents.entries;
    contents.bytes += size;
  }
  contents.counters = read_counters(folder);
  return contents;
}

bool clear(const std::string& folder, std::string& why) {
  for (const fs::path& path : entries(folder)) {
    std::error_code error;
    fs::remove(path, error);
    if (error) {
      why = concat(path.string(), ": ", error.message());
      return false;
    }
  }
  reset_counters(folder);
  return true;
}

}  // namespace parc::driver::cache
