// Writes lines of text with indentation, for every printer of the compiler.
//
//   out.line("if (", test, ") {");
//   {
//     auto block = out.indent();
//     out.line("…");
//   }
//   out.line("}");
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace parc {

// Appends `piece` to `out`: text, one character, or an integer in decimal.
inline void append_piece(std::string& out, std::string_view piece) { out += piece; }
inline void append_piece(std::string& out, char piece) { out += piece; }
template <std::integral T>
  requires(!std::same_as<T, char> && !std::same_as<T, bool>)
void append_piece(std::string& out, T piece) {
  char buffer[24];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, piece);
  (void)error;  // 24 characters hold any 64-bit integer
  out.append(buffer, end);
}

// The pieces joined into one string.
template <class... Pieces>
std::string concat(const Pieces&... pieces) {
  std::string out;
  (append_piece(out, pieces), ...);
  return out;
}

class TextWriter {
 public:
  explicit TextWriter(int indent_width = 2) : indent_width_(indent_width) {}

  // Writes one line at the current indentation; an empty one has no blanks.
  template <class... Pieces>
  void line(const Pieces&... pieces) {
    size_t start = text_.size();
    text_.append(static_cast<size_t>(depth_ * indent_width_), ' ');
    size_t content = text_.size();
    (append_piece(text_, pieces), ...);
    if (text_.size() == content) text_.resize(start);
    text_ += '\n';
    ++line_count_;
  }

  // Writes one line from column one, whatever the indentation (preprocessor lines).
  template <class... Pieces>
  void flush_left(const Pieces&... pieces) {
    (append_piece(text_, pieces), ...);
    text_ += '\n';
    ++line_count_;
  }

  // Lines are one step deeper while the returned object lives.
  class [[nodiscard]] Block {
   public:
    explicit Block(TextWriter& writer) : writer_(&writer) { ++writer_->depth_; }
    Block(Block&& other) noexcept : writer_(std::exchange(other.writer_, nullptr)) {}
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    ~Block() {
      if (writer_) --writer_->depth_;
    }

   private:
    TextWriter* writer_;
  };
  Block indent() { return Block(*this); }

  const std::string& text() const { return text_; }
  std::string take() { return std::exchange(text_, {}); }
  int line_count() const { return line_count_; }

 private:
  std::string text_;
  int indent_width_;
  int depth_ = 0;
  int line_count_ = 0;
};

}  // namespace parc
