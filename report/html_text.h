// Text made safe for HTML.
#pragma once

#include <string>
#include <string_view>

namespace parc::report {

// Escapes what HTML would read as markup. Control characters and marks that turn the writing
// direction become U+FFFD, tabs become blanks.
std::string escape(std::string_view text);

// The start of the text, escaped: its first line, when that is not too long.
std::string excerpt(std::string_view text);

// The escaped text, with pieces in `backticks` as code.
std::string prose(std::string_view text);

}  // namespace parc::report
