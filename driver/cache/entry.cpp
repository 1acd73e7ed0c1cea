#include "driver/cache/entry.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

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

std::optional<std::string> read_all(int descriptor) {
  std::string bytes;
  char buffer[1 << 16];
  ssize_t n;
  while ((n = read(descriptor, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR)) {
    if (n > 0) bytes.append(buffer, static_cast<size_t>(n));
  }
  if (n < 0) return std::nullopt;
  return bytes;
}

bool is_sound(const std::string& key, std::string_view bytes) {
  if (bytes.size() < kHashSize) return false;
  const size_t size = bytes.size() - kHashSize;
  return hash_of(key, bytes.substr(0, size)) == bytes.substr(size);
}

EntryState state_of(int descriptor, const std::string& key, std::string& why) {
  if (!is_private(descriptor)) return EntryState::kForeign;
  const std::optional<std::string> bytes = read_all(descriptor);
  if (!bytes) {
    why = std::strerror(errno);
    return EntryState::kUnreadable;
  }
  return is_sound(key, *bytes) ? EntryState::kSound : EntryState::kDamaged;
}

}  // namespace

std::string entry_path(const std::string& folder, const std::string& key) {
  return concat(folder, "/", kEntryPrefix, key);
}

EntryState look_at(const std::string& folder, const std::string& key, std::string& why) {
  const std::string path = entry_path(folder, key);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno == ENOENT) return EntryState::kMissing;
    if (errno == ELOOP || errno == EACCES) return EntryState::kForeign;
    why = std::strerror(errno);
    return EntryState::kUnreadable;
  }
  const EntryState state = state_of(descriptor, key, why);
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
