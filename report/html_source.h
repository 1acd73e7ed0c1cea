// A source file as lines of HTML, with the cards of its loops and messages between them.
#pragma once

#include <functional>
#include <string>

#include "driver/driver.h"
#include "support/text_writer.h"

namespace parc::report {

// Gives the anchor of a loop.
using LoopAnchor = std::function<std::string(const driver::LoopReport&)>;

void write_source(TextWriter& out, const driver::Report& report, FileId file,
                  const LoopAnchor& anchor);

}  // namespace parc::report
