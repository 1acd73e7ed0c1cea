// The masking of `par`: where the word is a loop of the language, it is replaced by `for`, which
// has as many letters, so that a stock Python grammar serves and every offset stays true.
//
// `par` is a loop at the start of a logical line that reads `par TARGETS in EXPR :` with the colon
// outside all brackets, and where a comprehension has a clause `par TARGETS in EXPR`. Everywhere
// else it is a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/syntax/tokens.h"

namespace parc::syntax {

struct Masked {
  std::string text;               // as long as the source
  std::vector<uint32_t> offsets;  // of the replaced words, ascending
};

Masked mask_par(std::string_view text, const Tokens& tokens);

// True when the word at this offset was a `par`.
bool is_masked(const Masked& masked, uint32_t offset);

}  // namespace parc::syntax
