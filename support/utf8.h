// UTF-8: one decoder for all who read text by characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parc {

struct Utf8Char {
  uint32_t value = 0;
  size_t length = 1;  // bytes; 1 when not valid
  bool valid = false;
};

// The character at an offset below the size. Overlong forms, surrogates and values beyond U+10FFFF
// are not valid.
Utf8Char decode_utf8(std::string_view text, size_t offset);

// Appends a character. Surrogates are written in the three-byte form.
void append_utf8(std::string& out, uint32_t code_point);

// U+FFFD, shown in place of what is no character.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

}  // namespace parc
