#include "support/utf8.h"

namespace parc {

Utf8Char decode_utf8(std::string_view text, size_t offset) {
  auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1, true};
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  bool bad_lead = lead < 0xC2 || lead > 0xF4;
  if (bad_lead || offset + length > text.size()) return {};
  uint32_t value = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0) != 0x80) return {};
    value = value << 6 | (byte & 0x3F);
  }
  constexpr uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return {};
  return {value, length, true};
}

void append_utf8(std::string& out, uint32_t c) {
  auto tail = [](uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += tail(c);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += tail(c >> 6);
    out += tail(c);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += tail(c >> 12);
    out += tail(c >> 6);
    out += tail(c);
  }
}

}  // namespace parc
