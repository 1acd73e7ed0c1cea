#include "frontend/syntax/number.h"

#include <charconv>
#include <limits>
#include <system_error>

#include "frontend/syntax/characters.h"

namespace parc::syntax {

namespace {

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_digit_of_base(char c, int base) {
  if (base == 16) return is_hex_digit(c);
  return c >= '0' && c < '0' + base;
}

class NumberScanner {
 public:
  NumberScanner(std::string_view text, size_t begin) : text_(text), at_(begin), begin_(begin) {}

  NumberScan run() {
    char second = peek(1) | 0x20;
    if (peek() == '0' && (second == 'x' || second == 'o' || second == 'b')) {
      based(second == 'x' ? 16 : second == 'o' ? 8 : 2);
    } else {
      decimal();
    }
    finish();
    result_.end = at_;
    return result_;
  }

 private:
  char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void fail(std::string message, Diag kind = Diag::kBadLiteral) {
    if (result_.error.empty()) {
      result_.error = std::move(message);
      result_.kind = kind;
    }
  }

  // Digits with single underscores between them.
  void digits(int base, const char* name) {
    while (is_digit_of_base(peek(), base)) {
      ++at_;
      if (peek() != '_') continue;
      if (!is_digit_of_base(peek(1), base)) fail(std::string("invalid ") + name + " literal");
      ++at_;
    }
  }

  void based(int base) {
    const char* name = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
    at_ += 2;
    if (peek() == '_') ++at_;
    if (!is_digit_of_base(peek(), base)) fail(std::string("invalid ") + name + " literal");
    digits(base, name);
    if (is_digit(peek())) {
      fail(std::string("invalid digit '") + peek() + "' in a literal of base " +
           std::to_string(base));
    }
  }

  void decimal() {
    digits(10, "decimal");
    bool is_integer = true;
    if (peek() == '.') {
      is_integer = false;
      ++at_;
      digits(10, "decimal");
    }
    size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek() | 0x20) == 'e' && is_digit(peek(1 + sign))) {
      is_integer = false;
      at_ += 1 + sign;
      digits(10, "decimal");
    }
    if ((peek() | 0x20) == 'j') {
      ++at_;
    } else if (is_integer) {
      check_leading_zero();
    }
  }

  void check_leading_zero() {
    std::string_view spelling = text_.substr(begin_, at_ - begin_);
    if (spelling.front() == '0' && spelling.find_first_not_of("0_") != spelling.npos) {
      fail("an integer cannot have leading zeros; an octal one is written 0o…", Diag::kPython2);
    }
  }

  // What may stand right behind a number: no name, but for a keyword such as `1if x else y`.
  void finish() {
    if (!is_name_start(peek())) return;
    size_t end = at_;
    while (end < text_.size() && is_name_part(text_[end])) ++end;
    std::string_view word = text_.substr(at_, end - at_);
    for (std::string_view keyword : {"and", "else", "for", "if", "in", "is", "not", "or"}) {
      if (word == keyword) return;
    }
    at_ = end;
    if (word == "L" || word == "l") {
      fail("a long integer is written without 'L'", Diag::kPython2);
    } else {
      fail("invalid number literal");
    }
  }

  std::string_view text_;
  size_t at_;
  size_t begin_;
  NumberScan result_;
};

}  // namespace

NumberScan scan_number(std::string_view text, size_t begin) {
  return NumberScanner(text, begin).run();
}

double float_value(std::string_view digits) {
  double value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    // Out of range both ways: from_chars leaves the value alone, Python gives 0.0 or inf.
    size_t exponent = digits.find_first_of("eE");
    bool tiny = exponent != digits.npos && digits.substr(exponent + 1).starts_with('-');
    if (exponent == digits.npos) tiny = digits.starts_with("0.") || digits.starts_with('.');
    return tiny ? 0.0 : std::numeric_limits<double>::infinity();
  }
  (void)end;
  return value;
}

}  // namespace parc::syntax
