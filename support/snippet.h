// One excerpt of a source file with marks under its lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/source.h"

namespace parc {

// Terminal escape sequences, or nothing when colour is off.
struct Palette {
  std::string_view severity, secondary, frame, bold, reset;
};

struct Mark {
  SourceRange range;
  std::string text;  // may be empty
  bool is_primary = false;
};

// The number of digits of the largest line number of the marks.
int gutter_width(const SourceFile& file, const std::vector<Mark>& marks);

// Appends the lines that have marks, in order, each with its marks and their texts; `…` stands for
// lines left out. A mark over several lines is drawn on its first line.
void append_snippet(std::string& out, const SourceFile& file, const std::vector<Mark>& marks,
                    int gutter, const Palette& palette);

}  // namespace parc
