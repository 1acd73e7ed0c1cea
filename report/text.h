// Verdicts of par loops as text for people.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::report {

struct LoopTextOptions {
  bool color = false;
  bool explain = false;  // with the explanation of each loop, also of refused ones
};

//   heat.py:8: par loop in step: parallel
//     - iterations use different elements
// The reasons of a refused loop are left to the diagnostics, unless it is explained.
std::string render_loops(const driver::Report& report, LoopTextOptions options = {});

}  // namespace parc::report
