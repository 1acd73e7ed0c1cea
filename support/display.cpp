#include "support/display.h"

#include <algorithm>

#include "support/utf8.h"

namespace parc {

namespace {

constexpr int kTabWidth = 4;

bool is_unprintable(const Utf8Char& c) {
  bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
  bool direction =
      (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069);
  return !c.valid || control || direction || c.value == 0x2028 || c.value == 0x2029;
}

}  // namespace

DisplayLine::DisplayLine(std::string_view line) {
  int column = 0;
  for (size_t i = 0; i < line.size();) {
    Utf8Char c = decode_utf8(line, i);
    int width = 1;
    if (line[i] == '\t') {
      width = kTabWidth - column % kTabWidth;
      text_.append(static_cast<size_t>(width), ' ');
    } else if (is_unprintable(c)) {
      text_ += kReplacementCharacter;
    } else {
      width = display_width(c.value);
      text_ += line.substr(i, c.length);
    }
    columns_.insert(columns_.end(), c.length, column);
    column += width;
    i += c.length;
  }
  columns_.push_back(column);
}

int DisplayLine::column(size_t offset) const {
  return columns_[std::min(offset, columns_.size() - 1)];
}

}  // namespace parc
