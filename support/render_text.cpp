#include "support/render_text.h"

#include <algorithm>

#include "support/snippet.h"
#include "support/text_writer.h"

namespace parc {

namespace {

constexpr size_t kMaxQuoted = 40;

Palette palette_of(Severity severity, bool color) {
  if (!color) return {};
  std::string_view tint = severity == Severity::kError     ? "\x1b[1;31m"
                          : severity == Severity::kWarning ? "\x1b[1;33m"
                                                           : "\x1b[1;32m";
  return {tint, "\x1b[1;34m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"};
}

bool fits_in_quotes(std::string_view text) {
  return text.size() <= kMaxQuoted && text.find_first_of("\n\r") == text.npos;
}

std::string help_text(const SourceMap& sources, const FixIt& fixit) {
  std::string_view old = sources.text(fixit.range);
  LineColumn place = sources.begin(fixit.range);
  std::string where = concat(" at line ", place.line, ", column ", place.column);
  if (fixit.text.empty()) {
    return fits_in_quotes(old) ? concat("remove '", old, "'", where) : "remove this text" + where;
  }
  if (old.empty() && fixit.text.ends_with('\n') && fixit.text.size() > 2) {
    size_t first = fixit.text.find_first_not_of("\r\n");
    size_t last = fixit.text.find_last_not_of("\r\n");
    return concat("insert '", fixit.text.substr(first, last + 1 - first), "' as line ", place.line);
  }
  if (old.empty()) return concat("insert '", fixit.text, "'", where);
  if (!fits_in_quotes(old)) return concat("write '", fixit.text, "'", where);
  return concat("write '", fixit.text, "' in place of '", old, "'");
}

class TextRenderer {
 public:
  TextRenderer(const SourceMap& sources, const Diagnostic& diagnostic, TextOptions options)
      : sources_(sources),
        diagnostic_(diagnostic),
        palette_(palette_of(diagnostic.severity, options.color)) {}

  std::string run() {
    headline();
    if (diagnostic_.has_range) {
      std::vector<Mark> marks = marks_in(diagnostic_.range.file);
      gutter_ = gutter_width(sources_.file(diagnostic_.range.file), marks);
      for (FileId file : other_files()) {
        gutter_ = std::max(gutter_, gutter_width(sources_.file(file), marks_in(file)));
      }
      section(" --> ", diagnostic_.range, marks);
      for (FileId file : other_files()) {
        std::vector<Mark> others = marks_in(file);
        section(" ::: ", others.front().range, others);
      }
    }
    footer();
    return std::move(out_);
  }

 private:
  void headline() {
    out_ += concat(palette_.severity, severity_name(diagnostic_.severity), "[",
                   info(diagnostic_.kind).code, "]", palette_.reset, palette_.bold, ": ",
                   diagnostic_.message, palette_.reset, "\n");
  }

  std::vector<Mark> marks_in(FileId file) const {
    std::vector<Mark> marks;
    if (diagnostic_.range.file == file) marks.push_back({diagnostic_.range, "", true});
    for (const Label& label : diagnostic_.labels) {
      if (!(label.range.file == file)) continue;
      bool at_primary = label.range == diagnostic_.range && marks.front().text.empty();
      if (at_primary) {
        marks.front().text = label.text;
      } else {
        marks.push_back({label.range, label.text, false});
      }
    }
    return marks;
  }

  std::vector<FileId> other_files() const {
    std::vector<FileId> files;
    for (const Label& label : diagnostic_.labels) {
      bool known = label.range.file == diagnostic_.range.file ||
                   std::find(files.begin(), files.end(), label.range.file) != files.end();
      if (!known) files.push_back(label.range.file);
    }
    return files;
  }

  void section(std::string_view arrow, SourceRange place, const std::vector<Mark>& marks) {
    const SourceFile& file = sources_.file(place.file);
    LineColumn at = file.position(place.begin);
    std::string indent(static_cast<size_t>(gutter_ - 1), ' ');
    out_ += concat(indent, palette_.frame, arrow, palette_.reset, file.path(), ":", at.line, ":",
                   at.column, "\n");
    append_snippet(out_, file, marks, gutter_, palette_);
  }

  void footer() {
    if (diagnostic_.notes.empty() && diagnostic_.fixits.empty()) return;
    std::string indent(static_cast<size_t>(gutter_ + 1), ' ');
    if (diagnostic_.has_range) {
      out_ += concat(indent, palette_.frame, "|", palette_.reset, "\n");
    }
    for (const std::string& note : diagnostic_.notes) footnote(indent, "note", note);
    for (const FixIt& fixit : diagnostic_.fixits) {
      footnote(indent, "help", help_text(sources_, fixit));
    }
  }

  // Further lines of a text stand under its first.
  void footnote(const std::string& indent, std::string_view kind, std::string_view text) {
    std::string hanging(indent.size() + 2 + kind.size() + 2, ' ');
    out_ += concat(indent, palette_.frame, "= ", palette_.reset, palette_.bold, kind,
                   palette_.reset, ": ");
    for (char c : text) {
      out_ += c;
      if (c == '\n') out_ += hanging;
    }
    out_ += '\n';
  }

  const SourceMap& sources_;
  const Diagnostic& diagnostic_;
  Palette palette_;
  int gutter_ = 1;
  std::string out_;
};

}  // namespace

std::string render_text(const SourceMap& sources, const Diagnostic& diagnostic,
                        TextOptions options) {
  return TextRenderer(sources, diagnostic, options).run();
}

std::string render_text(const SourceMap& sources, const Diagnostics& diagnostics,
                        TextOptions options) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!out.empty()) out += '\n';
    out += render_text(sources, diagnostic, options);
  }
  return out;
}

}  // namespace parc
