#include "frontend/syntax/tokens.h"

#include <algorithm>
#include <string>
#include <utility>

#include "frontend/syntax/characters.h"
#include "frontend/syntax/number.h"
#include "support/utf8.h"

namespace parc::syntax {

namespace {

// The quotes of a string literal.
struct Quote {
  char character = 0;
  bool triple = false;
  bool raw = false;
};

// What the tokenizer is inside of, innermost last.
struct Frame {
  enum Kind : uint8_t { kBracket, kField, kFString, kSpec } kind;
  char open = 0;  // of a bracket or field
  uint32_t begin = 0;
  Quote quote;  // of the f-string around a field or specification
};

constexpr std::string_view kOperators[] = {
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "<>", "->",
    ":=",  "+=",  "-=",  "*=",  "/=",  "%=", "&=", "|=", "^=", "@=", "+",  "-",  "*",  "/",  "%",
    "&",   "|",   "^",   "~",   "@",   "<",  ">",  "=",  ".",  ",",  ":",  ";",  "!",
};

char closing_of(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, FileId file, Diagnostics& diagnostics)
      : text_(text), file_(file), diagnostics_(diagnostics) {}

  Tokens run() {
    while (!result_.too_deep && (at_ < text_.size() || in_literal_text())) {
      if (in_literal_text()) {
        if (!scan_fstring_text()) break;
      } else {
        scan_token();
      }
    }
    if (!result_.too_deep) report_unclosed();
    newline(at_);
    return std::move(result_);
  }

 private:
  // ---- reading ----

  char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  size_t line_end_length(size_t at) const {
    if (at >= text_.size() || !is_line_end(text_[at])) return 0;
    return text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1;
  }
  bool in_literal_text() const {
    return !frames_.empty() &&
           (frames_.back().kind == Frame::kFString || frames_.back().kind == Frame::kSpec);
  }
  SourceRange range(size_t begin, size_t end) const {
    return {file_, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }
  uint16_t depth() const { return static_cast<uint16_t>(frames_.size()); }

  // ---- writing ----

  void add(TokenKind kind, size_t begin, size_t end) {
    result_.all.push_back(
        {kind, at_line_start_, depth(), static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    at_line_start_ = false;
  }

  void add_trivia(size_t begin, size_t end) {
    result_.trivia.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }

  void newline(size_t at) {
    if (at_line_start_) return;
    add(TokenKind::kNewline, at, at);
    at_line_start_ = true;
  }

  bool push(Frame frame) {
    if (frames_.size() >= kMaxBracketDepth) {
      diagnostics_.emit(Diag::kTooDeep, range(frame.begin, at_),
                        "more than " + std::to_string(kMaxBracketDepth) + " nested brackets");
      result_.too_deep = true;
      return false;
    }
    frames_.push_back(frame);
    return true;
  }

  // ---- tokens ----

  void scan_token() {
    char c = peek();
    if (size_t length = line_end_length(at_)) {
      if (frames_.empty()) {
        newline(at_);
      } else {
        add_trivia(at_, at_ + length);
      }
      at_ += length;
    } else if (c == ' ' || c == '\t' || c == '\f') {
      ++at_;
    } else if (c == '#') {
      size_t begin = at_;
      while (at_ < text_.size() && !is_line_end(text_[at_])) ++at_;
      add_trivia(begin, at_);
    } else if (c == '\\') {
      scan_continuation();
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      scan_number_token();
    } else if (c == '"' || c == '\'') {
      scan_string(at_);
    } else if (is_name_start(c)) {
      scan_name();
    } else {
      scan_operator();
    }
  }

  void scan_continuation() {
    size_t length = line_end_length(at_ + 1);
    if (length == 0) {
      diagnostics_.emit(Diag::kSyntaxError, range(at_, at_ + 1),
                        "a backslash outside a string must end its line");
    } else if (at_ + 1 + length == text_.size()) {
      diagnostics_.emit(Diag::kSyntaxError, range(at_, at_ + 1),
                        "the file ends after a line continuation");
    }
    add_trivia(at_, at_ + 1 + length);
    at_ += 1 + length;
  }

  void scan_number_token() {
    NumberScan number = scan_number(text_, at_);
    if (!number.error.empty()) {
      diagnostics_.emit(number.kind, range(at_, number.end), number.error);
    }
    add(TokenKind::kNumber, at_, number.end);
    at_ = number.end;
  }

  void scan_name() {
    size_t begin = at_;
    while (at_ < text_.size() && is_name_part(text_[at_])) {
      if (static_cast<unsigned char>(text_[at_]) < 0x80) {
        ++at_;
        continue;
      }
      Utf8Char c = decode_utf8(text_, at_);
      if (is_foreign_symbol(c.value)) {
        if (at_ > begin) break;
        at_ += c.length;
        bad_character(begin, c.value);
        return;
      }
      at_ += c.length;
    }
    bool is_quote = peek() == '"' || peek() == '\'';
    if (is_quote && is_string_prefix(text_.substr(begin, at_ - begin))) {
      scan_string(begin);
      return;
    }
    add(TokenKind::kName, begin, at_);
  }

  static bool is_string_prefix(std::string_view word) {
    if (word.size() > 2) return false;
    std::string lower(word);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    for (std::string_view prefix : {"r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"}) {
      if (lower == prefix) return true;
    }
    return false;
  }

  void bad_character(size_t begin, uint32_t value) {
    std::string shown(text_.substr(begin, at_ - begin));
    bool printable = value > 0x20 && value != 0x7F && value != 0xA0 && value != 0xFEFF &&
                     !(value >= 0x80 && value < 0xA0) && !(value >= 0x2000 && value <= 0x200F) &&
                     !(value >= 0x2028 && value <= 0x202F) && !(value >= 0x205F && value <= 0x206F);
    std::string name = code_point_name(value);
    diagnostics_.emit(Diag::kBadCharacter, range(begin, at_),
                      printable ? "the character '" + shown + "' (" + name + ") is not Python"
                                : "the invisible character " + name + " is not Python");
  }

  void scan_operator() {
    size_t begin = at_;
    char c = peek();
    if (c == '(' || c == '[' || c == '{') {
      ++at_;
      // The bracket itself stands outside of what it opens.
      add(TokenKind::kOperator, begin, at_);
      push({Frame::kBracket, c, static_cast<uint32_t>(begin), {}});
      return;
    }
    if (c == ')' || c == ']' || c == '}') {
      ++at_;
      close(c, begin);
      return;
    }
    bool in_field = !frames_.empty() && frames_.back().kind == Frame::kField;
    if (in_field && c == ':') {
      ++at_;
      Quote quote = frames_.back().quote;
      push({Frame::kSpec, 0, static_cast<uint32_t>(begin), quote});
      return;
    }
    for (std::string_view op : kOperators) {
      if (!text_.substr(at_).starts_with(op)) continue;
      if (op == "!" && !in_field) break;
      at_ += op.size();
      add(TokenKind::kOperator, begin, at_);
      return;
    }
    ++at_;
    if (c != '`') {
      bad_character(begin, static_cast<unsigned char>(c));
    } else if (begin != closing_backquote_) {
      diagnostics_.emit(Diag::kPython2, range(begin, at_), "backquotes are written repr(…)");
      closing_backquote_ = text_.find_first_of("`\n", at_);
    }
  }

  void close(char c, size_t begin) {
    if (frames_.empty()) {
      bracket_error(range(begin, at_), std::string("'") + c + "' closes no bracket", nullptr);
      add(TokenKind::kOperator, begin, at_);
      return;
    }
    Frame frame = frames_.back();
    if (closing_of(frame.open) == c) {
      frames_.pop_back();
    } else {
      bracket_error(range(begin, at_),
                    std::string("'") + c + "' does not close '" + frame.open + "'", &frame);
      // Close what was meant, when it is open in the same string.
      for (size_t i = frames_.size(); i-- > 0 && frames_[i].kind == Frame::kBracket;) {
        if (closing_of(frames_[i].open) != c) continue;
        frames_.resize(i);
        break;
      }
    }
    // The closing brace of a field belongs to the string.
    if (frame.kind != Frame::kField) add(TokenKind::kOperator, begin, at_);
  }

  // The first bracket error is told; those behind it follow from it.
  void bracket_error(SourceRange where, std::string message, const Frame* open) {
    if (std::exchange(bracket_error_seen_, true)) return;
    auto diagnostic = diagnostics_.emit(Diag::kUnbalancedBracket, where, std::move(message));
    if (open) diagnostic.label(range(open->begin, open->begin + 1), "opened here");
  }

  void report_unclosed() {
    for (size_t i = frames_.size(); i-- > 0;) {
      const Frame& frame = frames_[i];
      if (frame.kind != Frame::kBracket && frame.kind != Frame::kField) continue;
      bracket_error(range(frame.begin, frame.begin + 1),
                    std::string("'") + frame.open + "' is never closed", nullptr);
    }
  }

  // ---- strings ----

  // Scans a string whose prefix starts at `begin`; `at_` is at the quote.
  void scan_string(size_t begin) {
    std::string_view prefix = text_.substr(begin, at_ - begin);
    Quote quote;
    quote.character = peek();
    quote.triple = peek(1) == quote.character && peek(2) == quote.character;
    quote.raw = prefix.find_first_of("rR") != prefix.npos;
    at_ += quote.triple ? 3 : 1;
    if (prefix.find_first_of("fFtT") != prefix.npos) {
      add(TokenKind::kFStringStart, begin, at_);
      push({Frame::kFString, 0, static_cast<uint32_t>(begin), quote});
      return;
    }
    while (at_ < text_.size() && !at_quote(quote)) {
      bool escaped = peek() == '\\';
      if (escaped) ++at_;
      size_t line_end = line_end_length(at_);
      if (line_end != 0 && !quote.triple && !escaped) break;
      at_ += std::max<size_t>(line_end, 1);
    }
    at_ = std::min(at_, text_.size());
    if (at_quote(quote)) {
      at_ += quote.triple ? 3 : 1;
    } else {
      unterminated(begin, quote);
    }
    add(TokenKind::kString, begin, at_);
  }

  bool at_quote(const Quote& quote) const {
    if (peek() != quote.character) return false;
    return !quote.triple || (peek(1) == quote.character && peek(2) == quote.character);
  }

  void unterminated(size_t begin, const Quote& quote) {
    SourceRange where = range(begin, at_);
    if (quote.triple) where.end = static_cast<uint32_t>(text_.find(quote.character, begin) + 3);
    diagnostics_.emit(
        Diag::kUnterminatedString, where,
        quote.triple ? "this string is never closed" : "this string has no end on its line");
  }

  // Literal text of an f-string or of a format specification, up to a field, the end of the
  // specification or the quote. False at a string without end.
  bool scan_fstring_text() {
    Frame frame = frames_.back();
    bool in_spec = frame.kind == Frame::kSpec;
    while (at_ < text_.size()) {
      char c = peek();
      if (at_quote(frame.quote)) {
        if (in_spec) break;
        at_ += frame.quote.triple ? 3 : 1;
        frames_.pop_back();
        add(TokenKind::kFStringEnd, at_ - (frame.quote.triple ? 3 : 1), at_);
        return true;
      }
      if (is_line_end(c) && !frame.quote.triple) break;
      if (c == '\\') {
        skip_escape(frame.quote);
      } else if ((c == '{' || c == '}') && peek(1) == c && !in_spec) {
        at_ += 2;
      } else if (c == '{') {
        ++at_;
        push({Frame::kField, '{', static_cast<uint32_t>(at_ - 1), frame.quote});
        return true;
      } else if (c == '}') {
        ++at_;
        if (!in_spec) {
          bracket_error(range(at_ - 1, at_), "a single '}' in an f-string is written '}}'",
                        nullptr);
          continue;
        }
        frames_.resize(frames_.size() - 2);  // the specification and its field
        return true;
      } else {
        ++at_;
      }
    }
    return end_of_broken_fstring();
  }

  void skip_escape(const Quote& quote) {
    ++at_;
    // In \N{NAME} the braces are no field; a raw string has no such escape, and there, as in
    // "\{x}", the brace opens a field.
    if (!quote.raw && peek() == 'N' && peek(1) == '{') {
      size_t end = text_.find('}', at_);
      at_ = end == text_.npos ? text_.size() : end + 1;
    } else if (peek() != '{' && peek() != '}') {
      at_ = std::min(at_ + std::max<size_t>(line_end_length(at_), 1), text_.size());
    }
  }

  bool end_of_broken_fstring() {
    while (frames_.back().kind != Frame::kFString) frames_.pop_back();
    Frame frame = frames_.back();
    frames_.pop_back();
    unterminated(frame.begin, frame.quote);
    add(TokenKind::kFStringEnd, at_, at_);
    return at_ < text_.size();
  }

  std::string_view text_;
  FileId file_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  size_t closing_backquote_ = 0;  // of the pair that was reported
  bool at_line_start_ = true;
  bool bracket_error_seen_ = false;
  std::vector<Frame> frames_;
  Tokens result_;
};

}  // namespace

Tokens tokenize(std::string_view text, FileId file, Diagnostics& diagnostics) {
  return Tokenizer(text, file, diagnostics).run();
}

}  // namespace parc::syntax
