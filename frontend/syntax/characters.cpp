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
