#pragma once

#include <string_view>

namespace parc::report {

// The style sheet of HTML reports: page.css, embedded by CMake.
std::string_view page_style();

}  // namespace parc::report
