#include "driver/cache/slot.h"

#include <unistd.h>

#include <utility>

#include "codegen/native/native.h"
#include "driver/cache/counters.h"
#include "driver/cache/entry.h"
#include "driver/cache/folder.h"
#include "support/text_writer.h"

namespace parc::driver::cache {
namespace {

// One of 256: processes that want different modules rarely meet.
std::string lock_path(const std::string& folder, const std::string& key) {
  return concat(folder, "/lock-", key.substr(0, 2));
}

}  // namespace

bool find_entry(const std::string& folder, const std::string& key) {
  std::string why;
  if (folder.empty() || !open_folder(folder, why)) return false;
  if (look_at(folder, key, why) != EntryState::kSound) return false;
  count(folder, {.hits = 1, .builds = 0});
  return true;
}

Slot::Slot(const Settings& settings, std::string key) : settings_(settings), key_(std::move(key)) {
  if (settings.folder.empty() || !open_folder(settings.folder, unusable_)) return;
  found_ = !settings.rebuild && find();
  if (!found_ && unusable_.empty()) {
    lock_.emplace(lock_path(settings.folder, key_));
    found_ = !settings.rebuild && find();
  }
  if (!found_) return;
  lock_.reset();
  count(settings.folder, {.hits = 1, .builds = 0});
}

std::string Slot::path() const { return entry_path(settings_.folder, key_); }

bool Slot::find() {
  switch (look_at(settings_.folder, key_, unusable_)) {
    case EntryState::kSound:
      return true;
    case EntryState::kDamaged:
      drop("is damaged");
      break;
    case EntryState::kForeign:
      drop("is not the user's alone");
      break;
    case EntryState::kMissing:
    case EntryState::kUnreadable:
      break;
  }
  return false;
}

void Slot::drop(const char* why) {
  dropped_ = concat(path(), " ", why);
  unlink(path().c_str());
}

bool Slot::put(std::string_view module) {
  if (settings_.folder.empty() || !unusable_.empty()) return false;
  count(settings_.folder, {.hits = 0, .builds = 1});
  if (!store(settings_.folder, key_, module, unusable_)) return false;
  native::prune_cache(settings_.folder, settings_.bytes);
  return true;
}

}  // namespace parc::driver::cache
