// Colours for Python source in HTML reports.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace parc::report {

enum class TokenColor : uint8_t { kPlain, kKeyword, kString, kNumber, kComment };

// The colour of each byte of the text. Text that is no Python gets some colours, too.
std::vector<TokenColor> highlight(std::string_view text);

}  // namespace parc::report
