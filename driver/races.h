// Running a program with its par loops recorded, and reading which iterations collided.
#pragma once

#include <string>
#include <vector>

#include "driver/driver.h"

namespace parc::driver {

struct RaceRun {
  bool started = false;  // false: a diagnostic says why not
  int status = 0;        // of the program; 128 + the signal that ended it
  size_t loops = 0;      // par loops of the source that ran
  size_t collisions = 0;
};

// Runs `script` with `arguments` as Python does, in a process of its own; modules with par loops
// that it imports from source are compiled for recording by `executable`, or by `python -m parc`
// when that is "". Each collision becomes a diagnostic of the report.
RaceRun run_recorded(const std::string& script, const std::vector<std::string>& arguments,
                     const std::string& executable, Report& report);

}  // namespace parc::driver
