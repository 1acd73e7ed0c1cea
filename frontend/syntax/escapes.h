// The text of string literals: escape sequences and line ends resolved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parc::syntax {

struct LiteralText {
  std::string value;         // UTF-8; of a bytes literal the bytes themselves
  std::string error;         // empty: none; else what is wrong, at [error_begin, error_end)
  uint32_t error_begin = 0;  // offsets into the text that was given
  uint32_t error_end = 0;
  bool has_named_escape = false;  // \N{…}: kept as written, since no table of names is at hand
};

struct LiteralFlags {
  bool raw = false;
  bool bytes = false;
  bool format = false;  // `{{` and `}}` stand for one brace
};

LiteralText resolve_literal(std::string_view text, LiteralFlags flags);

}  // namespace parc::syntax
