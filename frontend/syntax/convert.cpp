#include "frontend/syntax/convert.h"

#include <utility>

namespace parc::syntax {

const CstNode& node(const Converter& c, CstId id) { return c.cst.nodes[id]; }

CstKind kind(const Converter& c, CstId id) {
  return id == kNoCst ? CstKind::kOther : node(c, id).kind;
}

std::string_view text_of(const Converter& c, CstId id) {
  if (id == kNoCst) return {};
  return c.text.substr(node(c, id).begin, node(c, id).end - node(c, id).begin);
}

SourceRange range_of(const Converter& c, CstId id) {
  if (id == kNoCst) return {c.tree.file, 0, 0};
  return {c.tree.file, node(c, id).begin, node(c, id).end};
}

SourceRange range_between(const Converter& c, uint32_t begin, uint32_t end) {
  return {c.tree.file, begin, end};
}

std::vector<CstId> children(const Converter& c, CstId id) {
  std::vector<CstId> result;
  if (id == kNoCst) return result;
  for (CstId i = node(c, id).first_child; i != kNoCst; i = node(c, i).next_sibling) {
    result.push_back(i);
  }
  return result;
}

std::vector<CstId> operands(const Converter& c, CstId id) {
  std::vector<CstId> result;
  if (id == kNoCst) return result;
  for (CstId i = node(c, id).first_child; i != kNoCst; i = node(c, i).next_sibling) {
    if (kind(c, i) != CstKind::kToken && kind(c, i) != CstKind::kError) result.push_back(i);
  }
  return result;
}

CstId child(const Converter& c, CstId id, CstField field) {
  if (id == kNoCst) return kNoCst;
  CstId i = node(c, id).first_child;
  while (i != kNoCst && (node(c, i).field != field || kind(c, i) == CstKind::kError)) {
    i = node(c, i).next_sibling;
  }
  return i;
}

CstId child(const Converter& c, CstId id, CstKind wanted) {
  if (id == kNoCst) return kNoCst;
  CstId i = node(c, id).first_child;
  while (i != kNoCst && kind(c, i) != wanted) i = node(c, i).next_sibling;
  return i;
}

bool has_token(const Converter& c, CstId id, std::string_view word) {
  if (id == kNoCst) return false;
  for (CstId i = node(c, id).first_child; i != kNoCst; i = node(c, i).next_sibling) {
    if (kind(c, i) == CstKind::kToken && text_of(c, i) == word) return true;
  }
  return false;
}

ExprId add(Converter& c, SourceRange range, ExprNode node) {
  return c.tree.exprs.add({range, std::move(node)});
}

StmtId add(Converter& c, SourceRange range, StmtNode node) {
  return c.tree.stmts.add({range, std::move(node)});
}

const SourceRange& range(const Converter& c, ExprId id) { return c.tree[id].range; }

Nesting::Nesting(Converter& c, CstId id, int levels)
    : c_(c), levels_(levels), ok((c.depth += levels) <= kMaxTreeDepth) {
  if (ok || std::exchange(c.too_deep_reported, true)) return;
  SourceRange where = range_of(c, id);
  where.end = where.begin;
  c.diagnostics.emit(Diag::kTooDeep, where,
                     "more than " + std::to_string(kMaxTreeDepth) + " levels of nesting");
}

ExprId optional_expression(Converter& c, CstId id) {
  return id == kNoCst ? ExprId{} : expression(c, id);
}

std::vector<ExprId> expressions(Converter& c, const std::vector<CstId>& ids) {
  std::vector<ExprId> result;
  result.reserve(ids.size());
  for (CstId id : ids) result.push_back(expression(c, id));
  return result;
}

ExprId bare_list(Converter& c, const std::vector<CstId>& ids) {
  if (ids.empty()) return expression(c, kNoCst);
  uint32_t end = node(c, ids.back()).end;
  bool comma = false;
  for (CstId i = ids.front(); i != kNoCst; i = node(c, i).next_sibling) {
    if (kind(c, i) != CstKind::kToken || text_of(c, i) != ",") continue;
    comma = true;
    end = std::max(end, node(c, i).end);
  }
  std::vector<ExprId> elements = expressions(c, ids);
  if (!comma) return elements.front();
  return add(c, range_between(c, node(c, ids.front()).begin, end), Tuple{std::move(elements)});
}

ExprId take_star(Converter& c, ExprId left, SourceRange& star) {
  const auto* starred = get<Starred>(c.tree, left);
  if (!starred) return left;
  star = range(c, left);
  return starred->value;
}

uint32_t begin_of(const Converter& c, CstId id, const SourceRange& star) {
  if (star == SourceRange{}) return node(c, id).begin;
  return static_cast<uint32_t>(c.text.find_first_not_of(" \t\r\n\f", star.begin + 1));
}

ExprId put_star(Converter& c, ExprId whole, const SourceRange& star) {
  if (star == SourceRange{}) return whole;
  return add(c, range_between(c, star.begin, range(c, whole).end), Starred{whole});
}

CstId take_value(const Converter& c, CstId left) {
  while (kind(c, left) == CstKind::kNamedExpression) left = child(c, left, CstField::kValue);
  return left;
}

ExprId put_name(Converter& c, CstId left, ExprId whole) {
  if (kind(c, left) != CstKind::kNamedExpression) return whole;
  whole = put_name(c, child(c, left, CstField::kValue), whole);
  ExprId target = expression(c, child(c, left, CstField::kName));
  SourceRange where = range_between(c, node(c, left).begin, range(c, whole).end);
  return add(c, where, NamedExpr{target, whole});
}

}  // namespace parc::syntax
