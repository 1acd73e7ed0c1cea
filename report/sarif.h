// Reports as one SARIF 2.1.0 document, for code hosts, editors and result viewers.
//
// A diagnostic is a result of the rule with its code; its notes follow its message, its labels are
// related locations, its fix-its are one fix. A par loop is a result of the rule "par-loop", of
// kind "pass" when its iterations are independent.
#pragma once

#include <string>
#include <vector>

#include "driver/driver.h"

namespace parc::report {

// One run, with the results of all reports. With `explain` the loops carry their explanations.
std::string render_sarif(const std::vector<driver::Report>& reports, bool explain);

}  // namespace parc::report
