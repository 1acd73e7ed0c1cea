#include "frontend/syntax/characters.h"

#include <algorithm>
#include <iterator>

namespace parc::syntax {

namespace {

struct Interval {
  uint32_t first, last;
};

// Blocks without letters; the few letters and connectors in their midst are left out.
constexpr Interval kForeign[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB6},     {0xB8, 0xB9},       {0xBB, 0xBF},
    {0xD7, 0xD7},     {0xF7, 0xF7},     {0x1680, 0x1680}, {0x2000, 0x203E},   {0x2041, 0x2053},
    {0x2055, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E2E},   {0x3000, 0x3004},
    {0x3008, 0x3020}, {0xFE50, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},
    {0xFFE0, 0xFFEE}, {0xFFF0, 0xFFFF}, {0xE000, 0xF8FF}, {0x1F000, 0x1FAFF},
};

}  // namespace

CodePoint code_point_at(std::string_view text, size_t offset) {
  auto byte = [&](size_t i) -> uint32_t {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) & 0x3Fu : 0;
  };
  uint32_t lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0xC0) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | byte(1), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | byte(1) << 6 | byte(2), 3};
  return {(lead & 0x07) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3), 4};
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

bool is_foreign_symbol(uint32_t code_point) {
  return std::any_of(std::begin(kForeign), std::end(kForeign), [&](const Interval& interval) {
    return code_point >= interval.first && code_point <= interval.last;
  });
}

std::string code_point_name(uint32_t code_point) {
  std::string digits;
  for (; code_point != 0 || digits.size() < 4; code_point >>= 4) {
    digits.insert(digits.begin(), "0123456789ABCDEF"[code_point & 0xF]);
  }
  return "U+" + digits;
}

}  // namespace parc::syntax
