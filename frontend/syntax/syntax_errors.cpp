#include "frontend/syntax/syntax_errors.h"

#include <algorithm>
#include <string>

#include "frontend/syntax/joined_lines.h"

namespace parc::syntax {

namespace {

class SyntaxErrors {
 public:
  SyntaxErrors(std::string_view text, const Tokens& tokens, const Masked& masked, FileId file,
               Diagnostics& diagnostics)
      : text_(text), tokens_(tokens.all), masked_(masked), file_(file), diagnostics_(diagnostics) {}

  void run(const Cst& cst) {
    std::vector<uint32_t> places =
        cst.has_errors ? broken_places(cst) : joined_line_ends(text_, cst, tokens_);
    for (uint32_t offset : places) report(token_at(offset));
  }

 private:
  std::string_view spelling(size_t i) const {
    return i < tokens_.size() ? text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                              : std::string_view{};
  }
  bool ends_line(size_t i) const {
    return i >= tokens_.size() || tokens_[i].kind == TokenKind::kNewline;
  }

  // For each outermost broken node the first token in it that the parser could not use.
  std::vector<uint32_t> broken_places(const Cst& cst) const {
    std::vector<uint32_t> places;
    uint32_t covered = 0;
    for (const CstNode& node : cst.nodes) {
      if (node.kind != CstKind::kError && !node.is_missing) continue;
      if (node.begin < covered) continue;
      covered = node.end;
      auto first = std::lower_bound(cst.error_offsets.begin(), cst.error_offsets.end(), node.begin);
      bool inside = first != cst.error_offsets.end() && *first <= std::max(node.end, node.begin);
      places.push_back(inside ? *first : node.begin);
    }
    if (places.empty() && !cst.error_offsets.empty()) places.push_back(cst.error_offsets.front());
    if (places.empty()) places.push_back(0);
    return places;
  }

  // The first token that ends behind the offset.
  size_t token_at(uint32_t offset) const {
    auto found = std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      bool is_end = token.kind == TokenKind::kNewline;
      return is_end ? token.begin < offset : token.end <= offset;
    });
    return static_cast<size_t>(found - tokens_.begin());
  }

  size_t line_begin(size_t i) const {
    i = std::min(i, tokens_.size() - 1);
    while (i > 0 && !tokens_[i].starts_line) --i;
    return i;
  }

  // At most one error a logical line: the others follow from it.
  void report(size_t i) {
    if (tokens_.empty()) return;
    size_t line = line_begin(i);
    if (line == reported_line_) return;
    reported_line_ = line;
    bool told = report_missing_colon(i, line) || report_python2(line) || report_equals(i, line) ||
                report_par(line) || report_target(i, line);
    if (!told) diagnostics_.emit(Diag::kSyntaxError, range(i), "unexpected " + describe(i));
  }

  SourceRange range(size_t i) const {
    if (i >= tokens_.size()) {
      auto end = static_cast<uint32_t>(text_.size());
      return {file_, end, end};
    }
    return {file_, tokens_[i].begin, tokens_[i].end};
  }

  std::string describe(size_t i) const {
    if (i >= tokens_.size()) return "end of the file";
    std::string word(spelling(i));
    if (tokens_[i].kind == TokenKind::kName && is_masked(masked_, tokens_[i].begin)) word = "par";
    switch (tokens_[i].kind) {
      case TokenKind::kName:
        return (is_keyword(word) ? "keyword '" : "name '") + word + "'";
      case TokenKind::kNumber:
        return "number";
      case TokenKind::kString:
      case TokenKind::kFStringStart:
      case TokenKind::kFStringEnd:
        return "string";
      case TokenKind::kOperator:
        return "'" + word + "'";
      case TokenKind::kNewline:
        return "end of the line";
    }
    return word;
  }

  bool report_missing_colon(size_t i, size_t line) {
    if (!ends_line(i) || !opens_block(spelling(line))) return false;
    size_t last = std::min(i, tokens_.size()) - 1;
    for (size_t at = line; at <= last; ++at) {
      if (tokens_[at].depth == 0 && spelling(at) == ":") return false;
    }
    SourceRange where = range(last);
    where.begin = where.end;
    diagnostics_.emit(Diag::kSyntaxError, where, "a ':' must end this line").fixit(where, ":");
    return true;
  }

  bool report_python2(size_t line) {
    std::string_view word = spelling(line);
    bool is_statement = line + 1 < tokens_.size() && (word == "print" || word == "exec") &&
                        !ends_line(line + 1) && tokens_[line + 1].kind != TokenKind::kOperator;
    if (!is_statement) return false;
    diagnostics_.emit(Diag::kPython2, range(line),
                      std::string(word) + " is a function: " + std::string(word) + "(…)");
    return true;
  }

  bool report_equals(size_t i, size_t line) {
    std::string_view word = spelling(line);
    bool in_condition = spelling(i) == "=" && (word == "if" || word == "elif" || word == "while");
    if (!in_condition) return false;
    diagnostics_.emit(Diag::kSyntaxError, range(i), "a condition compares with '=='")
        .fixit(range(i), "==");
    return true;
  }

  // `f(x) = y`: the grammar stops at the equals sign.
  bool report_target(size_t i, size_t line) {
    if (i == line || i >= tokens_.size() || spelling(i) != "=" || tokens_[i].depth != 0) {
      return false;
    }
    const Token& before = tokens_[i - 1];
    std::string_view word = spelling(i - 1);
    bool ends_expression =
        before.kind != TokenKind::kOperator && before.kind != TokenKind::kNewline;
    if (before.kind == TokenKind::kName) {
      ends_expression = !is_keyword(word) || word == "None" || word == "True" || word == "False";
    }
    if (!ends_expression && word != ")" && word != "]" && word != "}") return false;
    size_t first = i;
    while (first > line) {
      std::string_view left = spelling(first - 1);
      bool separates = tokens_[first - 1].depth == 0 && (left == "=" || left == ";" || left == ":");
      if (separates) break;
      --first;
    }
    SourceRange where = range(first);
    where.end = before.end;
    diagnostics_.emit(Diag::kBadTarget, where, "cannot assign to this expression");
    return true;
  }

  // `par` that was meant as a loop but stands where it is a name.
  bool report_par(size_t line) {
    for (size_t i = line; i + 1 < tokens_.size() && !ends_line(i); ++i) {
      bool is_word = tokens_[i].kind == TokenKind::kName && spelling(i) == "par" &&
                     tokens_[i + 1].kind == TokenKind::kName && !is_keyword(spelling(i + 1));
      if (!is_word) continue;
      auto diagnostic =
          diagnostics_.emit(Diag::kSyntaxError, range(i), "'par' starts no loop here");
      if (i > line && spelling(i - 1) == "async") {
        diagnostic.note("a par loop cannot be asynchronous");
      } else {
        diagnostic.note("a par loop reads 'par TARGETS in ITERABLE:' at the start of a line");
      }
      return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Masked& masked_;
  FileId file_;
  Diagnostics& diagnostics_;
  size_t reported_line_ = SIZE_MAX;
};

}  // namespace

void report_syntax_errors(std::string_view text, const Cst& cst, const Tokens& tokens,
                          const Masked& masked, FileId file, Diagnostics& diagnostics) {
  SyntaxErrors(text, tokens, masked, file, diagnostics).run(cst);
}

}  // namespace parc::syntax
