// The text of a Python source file: byte order mark, coding cookie (PEP 263), UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parc::driver {

enum class DecodeStatus : uint8_t { kOk, kUnknownEncoding, kBadBytes };

struct Decoded {
  DecodeStatus status = DecodeStatus::kOk;
  std::string text;       // UTF-8 without a byte order mark
  std::string encoding;   // as the cookie spells it, "utf-8" when there is none
  size_t bad_offset = 0;  // kBadBytes: the first byte that does not fit
};
Decoded decode_source(std::string_view bytes);

// Offset of the first byte that is not part of valid UTF-8, or npos.
size_t find_invalid_utf8(std::string_view text);

}  // namespace parc::driver
