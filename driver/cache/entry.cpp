#include "driver/cache/entry.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "codegen/native/native.h"
#include "codegen/native/temporary_file.h"
#include "driver/cache/folder.h"
#include "support/text_writer.h"

namespace parc::driver::cache {
namespace {

constexpr size_t kHashSize = 64;  // hexadecimal

std::string hash_of(const std::string& key, std::string_view module) {
  return native::blake3_hex(concat(key, module));
}

std::string read_all(int descriptor) {
  std::string bytes;
  char buffer[1 << 16];
  for (ssize_t n; (n = read(descriptor, buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<size_t>(n));
  }
  return bytes;
}

bool is_sound(const std::string& key, std::string_view bytes) {
  if (bytes.size() < kHashSize) return false;
  const size_t size = bytes.size() - kHashSize;
  return hash_of(key, bytes.substr(0, size)) == bytes.substr(size);
}

}  // namespace

std::string entry_path(const std::string& folder, const std::string& key) {
  return concat(folder, "/", kEntryPrefix, key);
}

EntryState look_at(const std::string& folder, const std::string& key) {
  const std::string path = entry_path(folder, key);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return errno == ENOENT ? EntryState::kMissing : EntryState::kForeign;
  EntryState state = EntryState::kForeign;
  if (is_private(descriptor)) {
    state = is_sound(key, read_all(descriptor)) ? EntryState::kSound : EntryState::kDamaged;
  }
  const timespec now_and_unchanged[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
  if (state == EntryState::kSound) futimens(descriptor, now_and_unchanged);
  close(descriptor);
  return state;
}

bool store(const std::string& folder, const std::string& key, std::string_view module,
           std::string& why) {
  return native::write_file(entry_path(folder, key), concat(module, hash_of(key, module)), why,
                            0600);
}

}  // namespace parc::driver::cache
