// The layout of lines: indentation as CPython's tokenizer judges it. The grammar behind it takes
// any indentation, so that this check decides.
#pragma once

#include <string_view>

#include "frontend/syntax/tokens.h"

namespace parc::syntax {

// Reports unexpected, missing and inconsistent indentation, and too many levels of it.
void check_layout(std::string_view text, const Tokens& tokens, FileId file,
                  Diagnostics& diagnostics);

}  // namespace parc::syntax
