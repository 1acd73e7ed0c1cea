// Reports as one HTML page that needs nothing beside it: the list of par loops, then each source
// file with what is known about its loops between the lines.
#pragma once

#include <string>
#include <vector>

#include "driver/driver.h"

namespace parc::report {

std::string render_html(const std::vector<driver::Report>& reports);

}  // namespace parc::report
