// The place of one module in the cache, while somebody wants it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "driver/cache/lock.h"

namespace parc::driver::cache {

struct Settings {
  std::string folder;      // "" for no cache
  uint64_t bytes = 0;      // what the entries may take together
  std::string wrong_size;  // what the user said of it, when that is no size
  bool rebuild = false;
};

// Whether a module that was built before is there and may be loaded.
bool find_entry(const std::string& folder, const std::string& key);

// Looks for the module. When it is not there, the slot is locked until its end: of the processes
// that want one module at the same time, the first puts it there and the others find it.
class Slot {
 public:
  Slot(const Settings& settings, std::string key);

  bool is_found() const { return found_; }
  // Stores the module that was built meanwhile. False when it cannot be stored.
  bool put(std::string_view module);
  std::string path() const;  // of the entry

  // What to tell the user, "" for nothing: why the folder cannot be used, and what was wrong with
  // an entry that had to go.
  const std::string& unusable() const { return unusable_; }
  const std::string& dropped() const { return dropped_; }

 private:
  bool find();
  void drop(const char* why);

  const Settings& settings_;
  std::string key_;
  std::optional<FileLock> lock_;
  bool found_ = false;
  std::string unusable_, dropped_;
};

}  // namespace parc::driver::cache
