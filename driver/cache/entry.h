// Entries of the cache: modules in files called "llvmcache-KEY", the names that LLVM's pruning
// looks for. Behind the module's bytes stands a hash of them and of the key; the loader ignores it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parc::driver::cache {

inline constexpr char kEntryPrefix[] = "llvmcache-";
std::string entry_path(const std::string& folder, const std::string& key);

enum class EntryState : uint8_t { kMissing, kSound, kDamaged, kForeign, kUnreadable };

// Whether the entry is there, nobody else's, and what was stored. One that is marks itself as used.
// Nothing is known of an unreadable one, which may be sound; the reason is in `why`.
EntryState look_at(const std::string& folder, const std::string& key, std::string& why);

// False with the reason in `why`.
bool store(const std::string& folder, const std::string& key, std::string_view module,
           std::string& why);

}  // namespace parc::driver::cache
