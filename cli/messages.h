// What the user sees on standard error.
#pragma once

#include <string>

#include "cli/command_line.h"
#include "driver/driver.h"

namespace parc::cli {

// Whether messages have colours: --color, else NO_COLOR, else what the terminal can do.
bool has_color(const Invocation& invocation);

// Diagnostics with the lines that they point at.
void print_diagnostics(const driver::Report& report, bool color);
// Text that goes to standard error, or to standard output.
void print_error(const std::string& text);
void print_output(const std::string& text);
// Writes to a file, or to standard output when the path is empty; a diagnostic when it cannot.
bool write_text(const std::string& path, const std::string& text, driver::Report& report);
// Writes the rule that --depfile asks for, if it does.
bool write_depfile(const Invocation& invocation, const std::string& target, driver::Report& report);
void print_timings(const driver::Report& report, const std::string& path);

}  // namespace parc::cli
