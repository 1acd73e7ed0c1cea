#include "frontend/syntax/grammar_text.h"

#include <algorithm>

namespace parc::syntax {

namespace {

class GrammarText {
 public:
  GrammarText(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::string run() {
    std::string result(text_);
    for (const Trivia& trivia : tokens_.trivia) {
      std::fill(result.begin() + trivia.begin, result.begin() + trivia.end, ' ');
    }
    for (size_t i = 0; i < tokens_.all.size(); ++i) {
      if (is_shielded_name(i)) result[tokens_.all[i].begin] = '_';
      if (is_shielded_star(i)) result[tokens_.all[i].begin] = '-';
      if (is_shielded_type(i)) {
        const Token& token = tokens_.all[i];
        std::fill(result.begin() + token.begin, result.begin() + token.end, '1');
      }
    }
    return result;
  }

 private:
  TokenKind kind(size_t i) const {
    return i < tokens_.all.size() ? tokens_.all[i].kind : TokenKind::kNewline;
  }
  std::string_view spelling(size_t i) const {
    if (i >= tokens_.all.size()) return {};
    const Token& token = tokens_.all[i];
    return text_.substr(token.begin, token.end - token.begin);
  }
  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  bool is_literal(size_t i) const {
    return kind(i) == TokenKind::kNumber || kind(i) == TokenKind::kString ||
           kind(i) == TokenKind::kFStringStart;
  }

  // The words are statements of Python 2, or a type alias, when an operand follows at once.
  bool is_shielded_name(size_t i) const {
    if (kind(i) != TokenKind::kName || !is_one_of(spelling(i), {"type", "print", "exec"})) {
      return false;
    }
    bool name_follows = kind(i + 1) == TokenKind::kName && !is_keyword(spelling(i + 1));
    return !name_follows && !is_literal(i + 1);
  }

  bool is_shielded_star(size_t i) const {
    if (kind(i) != TokenKind::kOperator || spelling(i) != "*") return false;
    bool operand_follows =
        is_literal(i + 1) ||
        is_one_of(spelling(i + 1), {"(", "[", "{", "-", "+", "~", "None", "True", "False"});
    if (!operand_follows) return false;
    if (tokens_.all[i].starts_line || kind(i - 1) == TokenKind::kFStringStart) return true;
    return is_one_of(spelling(i - 1), {"=", ",", ";", ":", "(", "[", "{", "return", "yield", "in",
                                       "+=", "-=", "*=", "|=", "&="});
  }

  bool is_shielded_type(size_t i) const {
    if (i == 0 || kind(i) != TokenKind::kName || is_keyword(spelling(i))) return false;
    return spelling(i + 1) == "[" && is_one_of(spelling(i - 1), {":", "->", "|"});
  }

  std::string_view text_;
  const Tokens& tokens_;
};

}  // namespace

std::string text_for_grammar(const Masked& masked, const Tokens& tokens) {
  return GrammarText(masked.text, tokens).run();
}

}  // namespace parc::syntax
