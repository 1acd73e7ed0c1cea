// Finding plain `for` loops that can run in parallel.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::driver {

struct SuggestOptions {
  bool write = false;           // make the changes, in one replacement of the file
  bool statement_form = false;  // `par i in xs:`; taken anyway for a file that has such loops
};

struct SuggestCounts {
  size_t suggested = 0, left = 0;
};

// For each loop that can be proven parallel and is worth it, a note (PAR0707) with the change that
// makes it a par loop; for each other one a note that says why it stays serial (PAR0708). Functions
// that cannot be compiled are no errors here. What is suggested was compiled with all changes made.
// False when the file cannot be read, is no Python, or cannot be written.
bool suggest(const std::string& path, const Options& options, const SuggestOptions& how,
             Report& report, SuggestCounts& counts);

}  // namespace parc::driver
