// Source files and positions in them. A file is text in memory with a name; a range is a pair of
// byte offsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parc {

// Index of a file in a SourceMap.
struct FileId {
  uint32_t value = 0;
  friend bool operator==(FileId, FileId) = default;
};

// Half-open range of byte offsets [begin, end) in one file.
struct SourceRange {
  FileId file;
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

// Line and column from 1; the column counts characters (code points), as editors show them.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
};

// A source file: `path` as it is shown to the user, `text` in UTF-8 without a byte order mark.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  LineColumn position(uint32_t offset) const;
  // Text of a line (from 1), without its line end.
  std::string_view line(uint32_t line) const;
  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }
  uint32_t line_start(uint32_t line) const { return line_starts_[line - 1]; }

 private:
  std::string path_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

// All files of one compilation. Ids stay valid; files are never removed.
class SourceMap {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const { return files_[id.value]; }
  size_t size() const { return files_.size(); }
  std::string_view text(SourceRange range) const;
  LineColumn begin(SourceRange range) const { return file(range.file).position(range.begin); }
  LineColumn end(SourceRange range) const { return file(range.file).position(range.end); }

 private:
  std::vector<SourceFile> files_;
};

}  // namespace parc
