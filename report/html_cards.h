// The boxes between the source lines of an HTML report.
#pragma once

#include <string>

#include "driver/driver.h"
#include "support/text_writer.h"

namespace parc::report {

// What is known about a loop. `id` is the anchor that the list of loops links to.
void write_loop_card(TextWriter& out, const driver::Report& report, const driver::LoopReport& loop,
                     const std::string& id);

// A message. Labels without a place in the source that is shown name their file.
void write_diagnostic_card(TextWriter& out, const driver::Report& report,
                           const Diagnostic& diagnostic);

}  // namespace parc::report
