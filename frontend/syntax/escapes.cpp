#include "frontend/syntax/escapes.h"

#include <algorithm>

#include "frontend/syntax/characters.h"
#include "support/utf8.h"

namespace parc::syntax {

namespace {

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

class LiteralReader {
 public:
  LiteralReader(std::string_view text, LiteralFlags flags) : text_(text), flags_(flags) {}

  LiteralText run() {
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '\r') {
        // Python reads a file with its line ends made "\n".
        at_ += peek(1) == '\n' ? 2 : 1;
        result_.value += '\n';
      } else if (c == '\\' && !flags_.raw) {
        escape();
      } else if (flags_.format && (c == '{' || c == '}') && peek(1) == c) {
        result_.value += c;
        at_ += 2;
      } else {
        if (flags_.bytes && (c & 0x80)) fail(at_, "bytes hold only ASCII characters as written");
        result_.value += c;
        ++at_;
      }
    }
    return std::move(result_);
  }

 private:
  char peek(size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void fail(size_t begin, std::string message) {
    if (!result_.error.empty()) return;
    result_.error = std::move(message);
    result_.error_begin = static_cast<uint32_t>(begin);
    result_.error_end = static_cast<uint32_t>(std::min(at_ + 1, text_.size()));
  }

  void put(uint32_t code_point) {
    if (flags_.bytes) {
      result_.value += static_cast<char>(code_point);
    } else {
      append_utf8(result_.value, code_point);
    }
  }

  void escape() {
    size_t begin = at_;
    char c = peek(1);
    at_ += 2;
    static constexpr std::string_view kLetters = "\\'\"abfnrtv";
    static constexpr std::string_view kValues = "\\'\"\a\b\f\n\r\t\v";
    size_t simple = c == '\0' ? kLetters.npos : kLetters.find(c);
    if (is_line_end(c)) {
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    } else if (simple != kLetters.npos) {
      result_.value += kValues[simple];
    } else if (c >= '0' && c <= '7') {
      octal(c);
    } else if (c == 'x') {
      hexadecimal(begin, 2);
    } else if (c == 'u' && !flags_.bytes) {
      hexadecimal(begin, 4);
    } else if (c == 'U' && !flags_.bytes) {
      hexadecimal(begin, 8);
    } else {
      if (c == 'N' && !flags_.bytes) result_.has_named_escape = true;
      // An unknown escape keeps its backslash; what follows is read as usual.
      result_.value += '\\';
      at_ = begin + 1;
    }
  }

  void octal(char first) {
    uint32_t value = static_cast<uint32_t>(first - '0');
    for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '7'; ++i) {
      value = value * 8 + static_cast<uint32_t>(text_[at_++] - '0');
    }
    put(value);
  }

  void hexadecimal(size_t begin, int digits) {
    uint32_t value = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      int digit = at_ < text_.size() ? hex_value(text_[at_]) : -1;
      if (digit < 0) {
        fail(begin, "this escape needs " + std::to_string(digits) + " hexadecimal digits");
        return;
      }
      value = value * 16 + static_cast<uint32_t>(digit);
    }
    if (value > 0x10FFFF) {
      fail(begin, "there is no character beyond U+10FFFF");
      return;
    }
    put(value);
  }

  std::string_view text_;
  LiteralFlags flags_;
  size_t at_ = 0;
  LiteralText result_;
};

}  // namespace

LiteralText resolve_literal(std::string_view text, LiteralFlags flags) {
  return LiteralReader(text, flags).run();
}

}  // namespace parc::syntax
