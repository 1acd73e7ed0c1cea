#include "driver/cache/counters.h"

#include <unistd.h>

#include <cstdio>

#include "driver/cache/lock.h"
#include "support/text_writer.h"

namespace parc::driver::cache {
namespace {

constexpr char kFile[] = "/counters";

Counters read_from(int descriptor) {
  char text[64] = {};
  Counters counters;
  if (pread(descriptor, text, sizeof text - 1, 0) <= 0) return counters;
  unsigned long long hits = 0, builds = 0;
  if (std::sscanf(text, "%llu %llu", &hits, &builds) == 2) counters = {hits, builds};
  return counters;
}

}  // namespace

Counters read_counters(const std::string& folder) {
  if (access((folder + kFile).c_str(), F_OK) != 0) return {};
  FileLock lock(folder + kFile);
  return lock.descriptor() < 0 ? Counters{} : read_from(lock.descriptor());
}

void count(const std::string& folder, Counters more) {
  FileLock lock(folder + kFile);
  if (lock.descriptor() < 0) return;
  const Counters now = read_from(lock.descriptor());
  // Numbers only grow: what is written covers what was there.
  const std::string text = concat(now.hits + more.hits, " ", now.builds + more.builds, "\n");
  [[maybe_unused]] ssize_t written = pwrite(lock.descriptor(), text.data(), text.size(), 0);
}

void reset_counters(const std::string& folder) {
  if (access((folder + kFile).c_str(), F_OK) != 0) return;
  FileLock lock(folder + kFile);
  [[maybe_unused]] int failed = lock.descriptor() < 0 ? 0 : ftruncate(lock.descriptor(), 0);
}

}  // namespace parc::driver::cache
