// One report of several.
#pragma once

#include <vector>

#include "driver/driver.h"

namespace parc::report {

// The reports on pieces of one text, which is the first file of each, as one report on the text:
// the first report, and what the others say of the text. There is at least one.
driver::Report combine(const std::vector<const driver::Report*>& reports);

}  // namespace parc::report
