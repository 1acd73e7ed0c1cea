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

// The text for the grammar: as the masked one, but for two things that the grammar gets wrong.
// Where `type`, `print` and `exec` are plainly names, another name of the same length stands for
// them (`type(x).y = z` is no type alias). Comments, line continuations and line ends in brackets
// are blanks (a continued line may be indented less than its block).
std::string text_for_grammar(const Masked& masked, const Tokens& tokens);

// True when the word at this offset was a `par`.
bool is_masked(const Masked& masked, uint32_t offset);

}  // namespace parc::syntax
