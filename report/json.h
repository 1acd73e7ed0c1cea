// A report as JSON lines, for editors and tools.
#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::report {

// The diagnostics (support/render_json.h), then an object for each par loop:
//   {"kind": "loop", "function", "file", "line", "verdict", "reasons": […]}
// and with `explain` also
//   "column", "end_line", "end_column" (of the header), "inner",
//   "variables": [{"name", "role", "detail"}],
//   "checks": {"before": […], "hoisted": […], "inside": [{"what", "file", "line", …}]},
//   "machine": [{"vectorised", "detail", "file", "line", …}]
std::string render_json(const driver::Report& report, bool explain);

}  // namespace parc::report
