// `match` is kept to be scanned: the bodies of its cases, what its patterns bind, its guards.
#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

// A name without a dot captures, `_` apart; in a class pattern the first name is the class.
void collect_captures(const Converter& c, CstId id, std::vector<std::string>& names, int depth) {
  if (depth > kMaxTreeDepth) return;
  std::vector<CstId> parts = operands(c, id);
  size_t first = kind(c, id) == CstKind::kClassPattern ? 1 : 0;
  if (kind(c, id) == CstKind::kKeywordPattern) first = 1;
  bool is_capture = (kind(c, id) == CstKind::kDottedName && parts.size() == 1) ||
                    kind(c, id) == CstKind::kIdentifier;
  if (is_capture && text_of(c, id) != "_") {
    names.emplace_back(text_of(c, id));
    return;
  }
  if (kind(c, id) == CstKind::kDottedName) return;
  for (size_t i = first; i < parts.size(); ++i) collect_captures(c, parts[i], names, depth + 1);
}

void convert_case(Converter& c, CstId id, UnsupportedStmt& result) {
  for (CstId part : operands(c, id)) {
    if (kind(c, part) == CstKind::kBlock) {
      result.bodies.push_back(block(c, part));
    } else if (kind(c, part) == CstKind::kIfClause) {
      std::vector<ExprId> guard = expressions(c, operands(c, part));
      result.parts.insert(result.parts.end(), guard.begin(), guard.end());
    } else {
      collect_captures(c, part, result.bound_names, 0);
    }
  }
}

}  // namespace

StmtId convert_match(Converter& c, CstId id) {
  UnsupportedStmt result{"a match statement", {}, {}, {}};
  CstId cases = child(c, id, CstField::kBody);
  for (CstId part : operands(c, id)) {
    if (part != cases) result.parts.push_back(expression(c, part));
  }
  for (CstId part : operands(c, cases)) {
    if (kind(c, part) == CstKind::kCase) convert_case(c, part, result);
  }
  uint32_t end = node(c, id).end;
  for (const Body& body : result.bodies) end = end_of(c, {&body}, end);
  return add(c, range_between(c, node(c, id).begin, end), std::move(result));
}

}  // namespace parc::syntax
