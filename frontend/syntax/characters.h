// Classes of characters, as far as the tokenizer needs them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parc::syntax {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// Bytes that start or continue a name. Every byte of a non-ASCII character counts.
inline bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
inline bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

// True for a non-ASCII character that can never be part of a name: spaces, quotes, dashes,
// arrows, mathematical signs, pictures.
bool is_foreign_symbol(uint32_t code_point);

// "U+00A0".
std::string code_point_name(uint32_t code_point);

}  // namespace parc::syntax
