#pragma once

#include <cstdint>
#include <string>

namespace parc::driver::cache {

// How often a module was found in the cache, and how often one was built, by all processes since
// the cache was cleared.
struct Counters {
  uint64_t hits = 0, builds = 0;
};

Counters read_counters(const std::string& folder);
// Adds to them; what cannot be written is not counted.
void count(const std::string& folder, Counters more);
void reset_counters(const std::string& folder);

}  // namespace parc::driver::cache
