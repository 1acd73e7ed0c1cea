// A light tokenizer for Python text. It finds what the grammar behind it does not judge or cannot
// recover from (brackets, strings, literals, characters) and feeds the masking of `par` and the
// check of indentation. It is no parser's input: tree-sitter reads the text by itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::syntax {

enum class TokenKind : uint8_t {
  kName,  // identifiers and keywords
  kNumber,
  kString,        // a whole literal that is no f-string
  kFStringStart,  // prefix and quote; tokens of the replacement fields follow
  kFStringEnd,
  kOperator,  // operators, brackets, delimiters
  kNewline,   // end of a logical line
};

struct Token {
  TokenKind kind;
  bool starts_line = false;  // first token of a logical line
  uint16_t depth = 0;        // open brackets and replacement fields around it
  uint32_t begin = 0;
  uint32_t end = 0;
};

// A stretch of text that means no more than a blank: a comment, a line continuation, a line end
// inside brackets.
struct Trivia {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Tokens {
  std::vector<Token> all;
  std::vector<Trivia> trivia;
  bool too_deep = false;  // tokenizing stopped at the bracket limit
};

// Nesting limits, the same as CPython's.
inline constexpr size_t kMaxBracketDepth = 200;
inline constexpr size_t kMaxIndentation = 100;

// Tokenizes `text` (UTF-8, any line ends), reporting to `diagnostics`.
Tokens tokenize(std::string_view text, FileId file, Diagnostics& diagnostics);

// True for the hard keywords of Python 3, such as "for" and "None"; not for "match" or "par".
bool is_keyword(std::string_view word);

// True for the words whose line ends in a colon, such as "for" and "else".
bool opens_block(std::string_view word);

}  // namespace parc::syntax
