#include "driver/cache/contents.h"

#include <filesystem>
#include <vector>

#include "codegen/native/temporary_file.h"
#include "driver/cache/entry.h"
#include "support/text_writer.h"

namespace parc::driver::cache {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files(const std::string& folder, const std::string& prefix) {
  std::vector<fs::path> list;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with(prefix)) list.push_back(it->path());
  }
  return list;
}

std::vector<fs::path> entries(const std::string& folder) { return files(folder, kEntryPrefix); }

// What killed processes left of entries that they were writing.
void remove_unfinished(const std::string& folder) {
  for (const fs::path& path : files(folder, concat(".", kEntryPrefix))) {
    const std::string name = path.filename().string();
    const size_t mark = name.find(native::kTemporaryMark);
    if (mark == std::string::npos) continue;
    native::remove_leftovers(concat(folder, "/", name.substr(1, mark - 1)));
  }
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
  remove_unfinished(folder);
  reset_counters(folder);
  return true;
}

}  // namespace parc::driver::cache
