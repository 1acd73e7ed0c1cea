#include "support/snippet.h"

#include <algorithm>
#include <map>

#include "support/display.h"

namespace parc {

namespace {

// Lines longer than this are cut behind their last mark.
constexpr int kMaxColumns = 200;

// A mark on one display line: columns [begin, end).
struct Underline {
  int begin = 0;
  int end = 0;
  const Mark* mark = nullptr;
};

// A line of characters that is filled at columns; each cell remembers its colour.
class Canvas {
 public:
  void put(int column, std::string_view text, std::string_view color) {
    auto needed = static_cast<size_t>(column);
    while (cells_.size() < needed) cells_.push_back({" ", ""});
    for (size_t i = 0; i < text.size();) {
      size_t length = 1;
      while (i + length < text.size() && (text[i + length] & 0xC0) == 0x80) ++length;
      Cell cell{std::string(text.substr(i, length)), color};
      if (needed < cells_.size()) {
        cells_[needed] = cell;
      } else {
        cells_.push_back(cell);
      }
      ++needed;
      i += length;
    }
  }

  std::string text(const Palette& palette) const {
    std::string out;
    std::string_view color;
    for (const Cell& cell : cells_) {
      if (cell.color != color) {
        if (!color.empty()) out += palette.reset;
        out += cell.color;
        color = cell.color;
      }
      out += cell.text;
    }
    if (!color.empty()) out += palette.reset;
    return out;
  }

 private:
  struct Cell {
    std::string text;  // one character
    std::string_view color;
  };
  std::vector<Cell> cells_;
};

class SnippetWriter {
 public:
  SnippetWriter(std::string& out, const SourceFile& file, int gutter, const Palette& palette)
      : out_(out), file_(file), gutter_(gutter), palette_(palette) {}

  void run(const std::vector<Mark>& marks) {
    std::map<uint32_t, std::vector<const Mark*>> lines;
    for (const Mark& mark : marks) lines[file_.position(mark.range.begin).line].push_back(&mark);
    gutter_line("", "");
    uint32_t last = 0;
    for (const auto& [line, on_line] : lines) {
      if (last != 0 && line == last + 2) source_line(last + 1, DisplayLine(file_.line(last + 1)));
      if (last != 0 && line > last + 2) out_ += concat_frame("...") + "\n";
      write_line(line, on_line);
      last = line;
    }
  }

 private:
  std::string concat_frame(std::string_view text) const {
    return std::string(palette_.frame).append(text).append(palette_.reset);
  }

  // "12 | text", without blanks at the end.
  void gutter_line(std::string_view number, std::string_view text) {
    std::string head(static_cast<size_t>(gutter_) - number.size(), ' ');
    head = std::string(number) + head + " |";
    out_ += concat_frame(head);
    if (!text.empty()) out_.append(" ").append(text);
    out_ += '\n';
  }

  void source_line(uint32_t line, const DisplayLine& display) {
    std::string text = display.text();
    while (!text.empty() && text.back() == ' ') text.pop_back();
    gutter_line(std::to_string(line), text);
  }

  void write_line(uint32_t line, const std::vector<const Mark*>& marks) {
    std::string_view source = file_.line(line);
    uint32_t start = file_.line_start(line);
    size_t shown = source.size();
    if (DisplayLine(source).width() > kMaxColumns) shown = cut(source, start, marks);
    DisplayLine display(source.substr(0, shown));
    std::vector<Underline> underlines;
    for (const Mark* mark : marks) {
      int begin = display.column(mark->range.begin - start);
      int end = std::max(begin + 1, display.column(mark->range.end - start));
      underlines.push_back({begin, end, mark});
    }
    std::sort(underlines.begin(), underlines.end(), [](const Underline& a, const Underline& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    source_line(line, display);
    write_marks(underlines);
  }

  // Bytes of a long line that are shown: up to the last mark, and the marked text not beyond the
  // limit.
  static size_t cut(std::string_view source, uint32_t start,
                    const std::vector<const Mark*>& marks) {
    size_t end = kMaxColumns;
    for (const Mark* mark : marks) end = std::max<size_t>(end, mark->range.begin - start + 20);
    end = std::min(end, source.size());
    while (end < source.size() && (source[end] & 0xC0) == 0x80) ++end;
    return end;
  }

  std::string_view color(const Underline& underline) const {
    return underline.mark->is_primary ? palette_.severity : palette_.secondary;
  }

  void write_marks(const std::vector<Underline>& underlines) {
    Canvas row;
    for (bool primary : {false, true}) {
      for (const Underline& underline : underlines) {
        if (underline.mark->is_primary != primary) continue;
        auto length = static_cast<size_t>(underline.end - underline.begin);
        row.put(underline.begin, std::string(length, primary ? '^' : '-'), color(underline));
      }
    }
    std::vector<const Underline*> waiting;  // their texts are still to be written
    for (const Underline& underline : underlines) {
      if (!underline.mark->text.empty()) waiting.push_back(&underline);
    }
    int row_end = 0;
    for (const Underline& underline : underlines) row_end = std::max(row_end, underline.end);
    // The text of the last mark stands beside it, when nothing is in its way.
    if (!waiting.empty() && waiting.back()->end == row_end) {
      row.put(row_end + 1, waiting.back()->mark->text, color(*waiting.back()));
      waiting.pop_back();
    }
    gutter_line("", row.text(palette_));
    if (!waiting.empty()) gutter_line("", stems(waiting).text(palette_));
    for (; !waiting.empty(); waiting.pop_back()) {
      Canvas line = stems(waiting);
      line.put(waiting.back()->begin, waiting.back()->mark->text, color(*waiting.back()));
      gutter_line("", line.text(palette_));
    }
  }

  Canvas stems(const std::vector<const Underline*>& waiting) const {
    Canvas row;
    for (const Underline* underline : waiting) row.put(underline->begin, "|", color(*underline));
    return row;
  }

  std::string& out_;
  const SourceFile& file_;
  int gutter_;
  const Palette& palette_;
};

}  // namespace

int gutter_width(const SourceFile& file, const std::vector<Mark>& marks) {
  uint32_t largest = 1;
  for (const Mark& mark : marks) {
    largest = std::max(largest, file.position(mark.range.begin).line);
  }
  return static_cast<int>(std::to_string(largest).size());
}

void append_snippet(std::string& out, const SourceFile& file, const std::vector<Mark>& marks,
                    int gutter, const Palette& palette) {
  SnippetWriter(out, file, gutter, palette).run(marks);
}

}  // namespace parc
