// How a line of source looks on a terminal: columns of characters, tabs, what must not be printed
// as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parc {

// Columns that a character takes: 2 for wide ones, 0 for combining marks, 1 otherwise.
int display_width(uint32_t code_point);

class DisplayLine {
 public:
  // Tabs reach to the next multiple of four columns; control characters, marks that turn the
  // writing direction, and bytes that are not UTF-8 become U+FFFD.
  explicit DisplayLine(std::string_view line);
  const std::string& text() const { return text_; }
  int width() const { return columns_.back(); }
  // The column, from 0, of the character that holds a byte offset of the line. An offset at or
  // behind the end of the line gives its width.
  int column(size_t offset) const;

 private:
  std::string text_;
  std::vector<int> columns_;  // of every byte, and the width at the end
};

}  // namespace parc
