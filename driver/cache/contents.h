// The cache as a whole: what is in it, and emptying it.
#pragma once

#include <cstdint>
#include <string>

#include "driver/cache/counters.h"

namespace parc::driver::cache {

struct Contents {
  uint64_t entries = 0, bytes = 0;
  Counters counters;
};

Contents read_contents(const std::string& folder);

// Removes all entries, and what is left of unfinished ones that nobody writes, and starts the
// counters anew. False with the reason in `why`.
bool clear(const std::string& folder, std::string& why);

}  // namespace parc::driver::cache
