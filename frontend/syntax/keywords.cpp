#include <algorithm>
#include <iterator>

#include "frontend/syntax/tokens.h"

namespace parc::syntax {

bool is_keyword(std::string_view word) {
  static constexpr std::string_view kKeywords[] = {
      "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
      "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
      "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
      "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield",
  };
  return std::binary_search(std::begin(kKeywords), std::end(kKeywords), word);
}

bool opens_block(std::string_view word) {
  static constexpr std::string_view kHeaders[] = {
      "async",   "class", "def", "elif", "else",  "except",
      "finally", "for",   "if",  "try",  "while", "with",
  };
  return std::binary_search(std::begin(kHeaders), std::end(kHeaders), word);
}

}  // namespace parc::syntax
