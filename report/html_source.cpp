#include "report/html_source.h"

#include <algorithm>
#include <map>
#include <vector>

#include "report/highlight.h"
#include "report/html_cards.h"
#include "report/html_text.h"

namespace parc::report {
namespace {

enum class Marking : uint8_t { kNone, kSecondary, kPrimary };

struct LineNotes {
  std::string_view verdict;  // of the innermost par loop that the line is in
  std::vector<const driver::LoopReport*> loops;
  std::vector<const Diagnostic*> diagnostics;
  std::vector<std::string> chips;
};

const char* color_class(TokenColor color) {
  switch (color) {
    case TokenColor::kPlain:
      return "";
    case TokenColor::kKeyword:
      return "k";
    case TokenColor::kString:
      return "s";
    case TokenColor::kNumber:
      return "n";
    case TokenColor::kComment:
      return "c";
  }
  return "";
}

class SourceListing {
 public:
  SourceListing(const driver::Report& report, FileId id, const LoopAnchor& anchor)
      : report_(report),
        id_(id),
        file_(report.sources.file(id)),
        anchor_(anchor),
        colors_(highlight(file_.text())),
        marks_(file_.text().size() + 1) {
    for (const driver::LoopReport& loop : report.loops) add(loop);
    for (const Diagnostic& diagnostic : report.diagnostics.all()) add(diagnostic);
  }

  void write(TextWriter& out) {
    out.line("<div class=\"source\">");
    uint32_t count = file_.line_count();
    // The line behind the last line end has no text.
    if (count > 1 && file_.line(count).empty()) --count;
    for (uint32_t line = 1; line <= count; ++line) write_line(out, line);
    out.line("</div>");
  }

 private:
  uint32_t line_of(uint32_t offset) const { return file_.position(offset).line; }

  void add(const driver::LoopReport& loop) {
    if (loop.range.file == id_) {
      notes_[line_of(loop.range.end)].loops.push_back(&loop);
      uint32_t last = line_of(loop.whole.end > loop.whole.begin ? loop.whole.end - 1 : 0);
      // Loops come in the order of the source: inner ones later.
      for (uint32_t line = line_of(loop.whole.begin); line <= last; ++line) {
        notes_[line].verdict = loop.verdict;
      }
    }
    for (const driver::MachineLoop& inner : loop.explanation.machine_loops) {
      if (!(inner.header.file == id_)) continue;
      add_chip(line_of(inner.header.begin), inner.is_vectorised ? "parallel" : "none",
               inner.is_vectorised ? concat("vectorised, ", inner.detail) : "not vectorised");
    }
    for (const driver::CheckReport& check : loop.explanation.checks_inside) {
      if (!(check.range.file == id_)) continue;
      add_chip(line_of(check.range.begin), "none", check.what);
    }
  }

  void add_chip(uint32_t line, std::string_view tint, const std::string& text) {
    std::string plain = text;
    std::erase(plain, '`');
    std::string chip = concat("<span class=\"badge chip ", tint, "\">", escape(plain), "</span>");
    std::vector<std::string>& chips = notes_[line].chips;
    if (std::find(chips.begin(), chips.end(), chip) == chips.end()) chips.push_back(chip);
  }

  void add(const Diagnostic& diagnostic) {
    if (!diagnostic.has_range) return;
    for (const Label& label : diagnostic.labels) mark(label.range, Marking::kSecondary);
    if (diagnostic.severity != Severity::kNote) mark(diagnostic.range, Marking::kPrimary);
    if (!(diagnostic.range.file == id_)) return;
    uint32_t line = line_of(diagnostic.range.begin);
    // Under the last of the lines that it speaks of, when they stand together.
    for (const Label& label : diagnostic.labels) {
      uint32_t other = label.range.file == id_ ? line_of(label.range.begin) : 0;
      if (other > line && other <= line + 3) line = other;
    }
    notes_[line].diagnostics.push_back(&diagnostic);
  }

  void mark(SourceRange range, Marking marking) {
    if (!(range.file == id_)) return;
    for (uint32_t at = range.begin; at < range.end; ++at) {
      marks_[at] = std::max(marks_[at], marking);
    }
  }

  void write_line(TextWriter& out, uint32_t line) {
    const LineNotes& notes = notes_[line];
    std::string text = code(file_.line_start(line), file_.line(line));
    for (const std::string& chip : notes.chips) text += chip;
    out.line("<div class=\"row ", notes.verdict, "\"><span class=\"number\">", line,
             "</span><span class=\"text\">", text, "</span></div>");
    for (const driver::LoopReport* loop : notes.loops) {
      write_loop_card(out, report_, *loop, anchor_(*loop));
    }
    for (const Diagnostic* diagnostic : notes.diagnostics) {
      write_diagnostic_card(out, report_, *diagnostic);
    }
  }

  // Runs of one colour and one marking.
  std::string code(uint32_t start, std::string_view text) const {
    std::string out;
    for (size_t at = 0; at < text.size();) {
      TokenColor color = colors_[start + at];
      Marking marking = marks_[start + at];
      size_t end = at + 1;
      while (end < text.size() && colors_[start + end] == color && marks_[start + end] == marking) {
        ++end;
      }
      std::string piece = escape(text.substr(at, end - at));
      std::string name = color_class(color);
      if (marking == Marking::kSecondary) name += " mark";
      if (marking == Marking::kPrimary) name += " mark primary";
      out += name.empty() ? piece : concat("<span class=\"", name, "\">", piece, "</span>");
      at = end;
    }
    return out;
  }

  const driver::Report& report_;
  FileId id_;
  const SourceFile& file_;
  const LoopAnchor& anchor_;
  std::vector<TokenColor> colors_;  // by byte
  std::vector<Marking> marks_;      // by byte
  std::map<uint32_t, LineNotes> notes_;
};

}  // namespace

void write_source(TextWriter& out, const driver::Report& report, FileId file,
                  const LoopAnchor& anchor) {
  SourceListing(report, file, anchor).write(out);
}

}  // namespace parc::report
