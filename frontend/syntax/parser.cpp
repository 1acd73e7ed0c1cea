#include <utility>

#include "frontend/syntax/convert.h"
#include "frontend/syntax/grammar_text.h"
#include "frontend/syntax/layout.h"
#include "frontend/syntax/mask.h"
#include "frontend/syntax/repair.h"
#include "frontend/syntax/syntax.h"
#include "frontend/syntax/syntax_errors.h"
#include "frontend/syntax/tokens.h"
#include "frontend/syntax/validate.h"

namespace parc::syntax {

namespace {

// CPython reads a lone carriage return as a line end, the grammar as a blank.
void make_line_ends_plain(std::string& text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
  }
}

// Whatever has no meaning has a message: here for what the grammar reads and Python does not.
void report_unread(const Tree& tree, Diagnostics& diagnostics) {
  auto report = [&](SourceRange where) {
    diagnostics.emit(Diag::kSyntaxError, where, "this cannot be read as Python");
  };
  for (uint32_t i = 0; i < tree.exprs.size(); ++i) {
    if (get<ErrorExpr>(tree, ExprId{i})) report(tree[ExprId{i}].range);
  }
  for (uint32_t i = 0; i < tree.stmts.size(); ++i) {
    if (get<ErrorStmt>(tree, StmtId{i})) report(tree[StmtId{i}].range);
  }
}

}  // namespace

Tree parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  Tree tree;
  tree.file = file;
  tree.masked_text = std::string(sources.file(file).text());
  make_line_ends_plain(tree.masked_text);
  size_t mark = diagnostics.mark();
  Tokens tokens = tokenize(tree.masked_text, file, diagnostics);
  if (tokens.too_deep) return tree;
  check_layout(tree.masked_text, tokens, file, diagnostics);
  Masked masked = mask_par(tree.masked_text, tokens);
  tree.masked_text = masked.text;

  // Behind a broken bracket, string or line the grammar's errors are guesswork.
  bool broken = diagnostics.mark() > mark;
  Cst cst = parse_cst(text_for_grammar(masked, tokens));
  repair(cst);
  if (!broken) report_syntax_errors(masked.text, cst, tokens, masked, file, diagnostics);
  broken = diagnostics.mark() > mark;
  if (cst.nodes.empty()) return tree;
  Converter converter{masked.text, cst, masked, tree, diagnostics};
  tree.body = block(converter, 0);
  tree.docstring = docstring_of(tree, tree.body);
  if (diagnostics.mark() == mark) report_unread(tree, diagnostics);
  if (!cst.has_errors && !broken) validate(tree, diagnostics);
  return tree;
}

}  // namespace parc::syntax
