#include "frontend/syntax/mask.h"

#include <algorithm>

namespace parc::syntax {

namespace {

class Masker {
 public:
  Masker(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens.all) {}

  std::vector<uint32_t> run() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (word(i) != "par") continue;
      bool is_loop = tokens_[i].starts_line ? is_statement(i) : is_clause(i);
      if (is_loop) offsets_.push_back(tokens_[i].begin);
    }
    return std::move(offsets_);
  }

 private:
  std::string_view spelling(size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  // The spelling of a name or keyword, or nothing.
  std::string_view word(size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kName ? spelling(i) : "";
  }
  bool is_operator(size_t i, std::string_view op) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kOperator && spelling(i) == op;
  }
  bool is_plain_name(size_t i) const { return !word(i).empty() && !is_keyword(word(i)); }

  // The place of the `in` behind loop targets that start at `i`, or 0. Targets are names,
  // attributes, elements, and groups of them: at their own depth they hold nothing else.
  size_t find_in(size_t i) const {
    if (i >= tokens_.size()) return 0;
    uint16_t depth = tokens_[i].depth;
    size_t first = i;
    for (; i < tokens_.size() && tokens_[i].depth >= depth; ++i) {
      if (tokens_[i].depth > depth) continue;
      if (word(i) == "in") return i > first ? i : 0;
      bool fits = is_plain_name(i) || is_operator(i, "(") || is_operator(i, ")") ||
                  is_operator(i, "[") || is_operator(i, "]") ||
                  (i > first && (is_operator(i, ",") || is_operator(i, "."))) ||
                  is_operator(i, "*");
      if (!fits) return 0;
    }
    return 0;
  }

  bool is_statement(size_t i) const {
    size_t in = find_in(i + 1);
    if (in == 0) return false;
    // Two names in a row are no expression: this is a loop, perhaps without its colon.
    if (is_plain_name(i + 1)) return true;
    int lambdas = 0;
    for (size_t j = in + 1; j < tokens_.size() && tokens_[j].kind != TokenKind::kNewline; ++j) {
      if (tokens_[j].depth != 0) continue;
      if (word(j) == "lambda") ++lambdas;
      if (is_operator(j, ":") && lambdas-- == 0) return true;
    }
    return false;
  }

  // A clause follows the end of an expression, where no other name can stand.
  bool is_clause(size_t i) const {
    if (tokens_[i].depth == 0 || i == 0 || !ends_expression(i - 1)) return false;
    return find_in(i + 1) != 0;
  }

  bool ends_expression(size_t i) const {
    const Token& token = tokens_[i];
    switch (token.kind) {
      case TokenKind::kNumber:
      case TokenKind::kString:
      case TokenKind::kFStringEnd:
        return true;
      case TokenKind::kName: {
        bool was_masked = std::binary_search(offsets_.begin(), offsets_.end(), token.begin);
        std::string_view name = spelling(i);
        if (name == "None" || name == "True" || name == "False") return true;
        return !was_masked && !is_keyword(name);
      }
      case TokenKind::kOperator:
        return is_operator(i, ")") || is_operator(i, "]") || is_operator(i, "}") ||
               is_operator(i, "...");
      case TokenKind::kFStringStart:
      case TokenKind::kNewline:
        return false;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<uint32_t> offsets_;
};

}  // namespace

Masked mask_par(std::string_view text, const Tokens& tokens) {
  Masked masked{std::string(text), Masker(text, tokens).run()};
  for (uint32_t offset : masked.offsets) masked.text.replace(offset, 3, "for");
  return masked;
}

bool is_masked(const Masked& masked, uint32_t offset) {
  return std::binary_search(masked.offsets.begin(), masked.offsets.end(), offset);
}

}  // namespace parc::syntax
