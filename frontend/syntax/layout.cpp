#include "frontend/syntax/layout.h"

#include <string>

#include "frontend/syntax/characters.h"

namespace parc::syntax {

namespace {

// Width of an indentation with tabs at every eighth column, and with tabs as one column. Both must
// agree on which of two lines is deeper, else the text means different things to different people.
struct Indentation {
  int columns = 0;
  int characters = 0;
  friend bool operator==(Indentation, Indentation) = default;
};

Indentation measure(std::string_view text, size_t line_begin, size_t end) {
  Indentation result;
  for (size_t i = line_begin; i < end; ++i) {
    if (text[i] == '\f') {
      result = {};
    } else if (text[i] == '\t') {
      result.columns = (result.columns / 8 + 1) * 8;
      ++result.characters;
    } else {
      ++result.columns;
      ++result.characters;
    }
  }
  return result;
}

size_t line_begin_of(std::string_view text, size_t offset) {
  while (offset > 0 && !is_line_end(text[offset - 1])) --offset;
  return offset;
}

class LayoutCheck {
 public:
  LayoutCheck(std::string_view text, FileId file, Diagnostics& diagnostics)
      : text_(text), file_(file), diagnostics_(diagnostics) {}

  void run(const Tokens& tokens) {
    const Token* last = nullptr;  // of the logical line that ended
    SourceRange line;             // the first token of that line
    bool opens_block = false;
    for (const Token& token : tokens.all) {
      if (token.kind == TokenKind::kNewline) {
        opens_block =
            last && last->depth == 0 && text_.substr(last->begin, last->end - last->begin) == ":";
        continue;
      }
      if (token.starts_line && !begin_line(token, opens_block, line)) return;
      if (token.starts_line) line = range(token.begin, token.end);
      last = &token;
      line_end_ = token.end;
    }
    if (opens_block) expect_block(range(last->begin, last->end), line);
  }

 private:
  SourceRange range(size_t begin, size_t end) const {
    return {file_, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  void expect_block(SourceRange where, SourceRange header) {
    diagnostics_.emit(Diag::kIndentation, where, "an indented block must follow")
        .label(header, "after this line");
  }

  // A line that is deeper than the one before it, which does not end in a colon.
  void unexpected(SourceRange word, SourceRange previous_line) {
    std::string_view header =
        text_.substr(previous_line.begin, previous_line.end - previous_line.begin);
    if (opens_block(header) || header == "par") {
      SourceRange end = range(line_end_, line_end_);
      diagnostics_.emit(Diag::kSyntaxError, end, "a ':' must end this line").fixit(end, ":");
    } else {
      diagnostics_.emit(Diag::kIndentation, word, "this line is indented without a reason");
    }
  }

  // False when the rest cannot be judged any more.
  bool begin_line(const Token& token, bool after_colon, SourceRange previous_line) {
    size_t begin = line_begin_of(text_, token.begin);
    Indentation here = measure(text_, begin, token.begin);
    Indentation top = stack_.back();
    SourceRange white = range(begin, token.begin);
    SourceRange word = range(token.begin, token.end);
    bool consistent = (here.columns < top.columns) == (here.characters < top.characters) &&
                      (here.columns == top.columns) == (here.characters == top.characters);
    if (here.columns >= top.columns && !consistent) return tabs(white);
    if (here.columns > top.columns) {
      if (!after_colon) unexpected(word, previous_line);
      stack_.push_back(here);
      if (stack_.size() <= kMaxIndentation) return true;
      diagnostics_.emit(Diag::kTooDeep, word,
                        "more than " + std::to_string(kMaxIndentation) + " levels of indentation");
      return false;
    }
    if (after_colon) expect_block(word, previous_line);
    while (stack_.back().columns > here.columns) stack_.pop_back();
    if (stack_.back() == here) return true;
    if (stack_.back().columns == here.columns) return tabs(white);
    diagnostics_.emit(Diag::kIndentation, word,
                      "the indentation of this line matches no line above it");
    return false;
  }

  bool tabs(SourceRange where) {
    diagnostics_.emit(Diag::kIndentation, where,
                      "tabs and spaces in the indentation are mixed in an ambiguous way");
    return false;
  }

  std::string_view text_;
  FileId file_;
  Diagnostics& diagnostics_;
  uint32_t line_end_ = 0;  // of the last token before the line at hand
  std::vector<Indentation> stack_{Indentation{}};
};

}  // namespace

void check_layout(std::string_view text, const Tokens& tokens, FileId file,
                  Diagnostics& diagnostics) {
  LayoutCheck(text, file, diagnostics).run(tokens);
}

}  // namespace parc::syntax
