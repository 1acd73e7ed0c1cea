#include "report/highlight.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace parc::report {
namespace {

constexpr std::array<std::string_view, 36> kKeywords = {
    "False", "None",     "True", "and",    "as",     "assert", "async",  "await",    "break",
    "class", "continue", "def",  "del",    "elif",   "else",   "except", "finally",  "for",
    "from",  "global",   "if",   "import", "in",     "is",     "lambda", "nonlocal", "not",
    "or",    "par",      "pass", "raise",  "return", "try",    "while",  "with",     "yield"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) || (c & 0x80);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), colors_(text.size()) {}

  std::vector<TokenColor> run() {
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '#') {
        paint(std::min(text_.find('\n', at_), text_.size()), TokenColor::kComment);
      } else if (c == '"' || c == '\'') {
        string(at_);
      } else if (is_digit(c)) {
        size_t end = at_;
        while (end < text_.size() && (is_word(text_[end]) || text_[end] == '.')) ++end;
        paint(end, TokenColor::kNumber);
      } else if (is_word(c)) {
        word();
      } else {
        ++at_;
      }
    }
    return std::move(colors_);
  }

 private:
  void paint(size_t end, TokenColor color) {
    std::fill(colors_.begin() + static_cast<std::ptrdiff_t>(at_),
              colors_.begin() + static_cast<std::ptrdiff_t>(end), color);
    at_ = end;
  }

  void word() {
    size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    bool quoted = end < text_.size() && (text_[end] == '"' || text_[end] == '\'');
    std::string_view name = text_.substr(at_, end - at_);
    if (quoted && name.size() <= 2) return string(end);  // r"…", f"…", rb"…"
    bool keyword = std::find(kKeywords.begin(), kKeywords.end(), name) != kKeywords.end();
    paint(end, keyword ? TokenColor::kKeyword : TokenColor::kPlain);
  }

  // A string whose quote is at `quote`, after its prefix.
  void string(size_t quote) {
    std::string_view one = text_.substr(quote, 1);
    std::string_view three = text_.substr(quote, 3);
    bool is_long = three.size() == 3 && three[1] == one[0] && three[2] == one[0];
    std::string_view ending = is_long ? three : one;
    size_t end = quote + ending.size();
    while (end < text_.size() && text_.substr(end, ending.size()) != ending) {
      if (text_[end] == '\n' && !is_long) break;
      end += text_[end] == '\\' ? 2 : 1;
    }
    bool closed = end < text_.size() && text_[end] != '\n';
    paint(std::min(closed ? end + ending.size() : end, text_.size()), TokenColor::kString);
  }

  std::string_view text_;
  std::vector<TokenColor> colors_;
  size_t at_ = 0;
};

}  // namespace

std::vector<TokenColor> highlight(std::string_view text) { return Scanner(text).run(); }

}  // namespace parc::report
