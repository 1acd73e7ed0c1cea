#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

ExprId convert_dictionary(Converter& c, CstId id) {
  DictDisplay result;
  for (CstId part : operands(c, id)) {
    if (kind(c, part) == CstKind::kPair) {
      std::vector<CstId> pair = operands(c, part);
      result.keys.push_back(expression(c, pair.empty() ? kNoCst : pair[0]));
      result.values.push_back(expression(c, pair.size() < 2 ? kNoCst : pair[1]));
    } else {
      std::vector<CstId> inner = operands(c, part);
      result.keys.push_back(ExprId{});
      result.values.push_back(expression(c, inner.empty() ? kNoCst : inner.front()));
    }
  }
  return add(c, range_of(c, id), std::move(result));
}

Generator convert_clause(Converter& c, CstId id) {
  Generator result;
  std::vector<CstId> iterables;
  uint32_t word = node(c, id).begin;
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kToken && text_of(c, part) == "for") word = node(c, part).begin;
    if (node(c, part).field == CstField::kRight) iterables.push_back(part);
  }
  result.is_par = is_masked(c.masked, word);
  result.target = expression(c, child(c, id, CstField::kLeft));
  result.range = range_of(c, id);
  CstId iterable = iterables.empty() ? kNoCst : iterables.front();
  if (has_token(c, id, ",") || iterables.size() > 1) {
    c.diagnostics.emit(Diag::kPython2, range_of(c, iterable),
                       "several iterables of a comprehension stand in brackets");
  }
  result.iter = expression(c, iterable);
  return result;
}

}  // namespace

ExprId convert_display(Converter& c, CstId id) {
  if (kind(c, id) == CstKind::kDictionary) return convert_dictionary(c, id);
  std::vector<ExprId> elements = expressions(c, operands(c, id));
  SourceRange where = range_of(c, id);
  switch (kind(c, id)) {
    case CstKind::kList:
    case CstKind::kListPattern:
      return add(c, where, List{std::move(elements)});
    case CstKind::kSet:
      return add(c, where, SetDisplay{std::move(elements)});
    default:
      break;
  }
  // As a target, `(x)` is a tuple pattern of the grammar, but no tuple.
  bool grouping = elements.size() == 1 && !has_token(c, id, ",");
  if (grouping) return elements.front();
  return add(c, where, Tuple{std::move(elements)});
}

ExprId convert_comprehension(Converter& c, CstId id) {
  Comprehension result{ComprehensionKind::kGenerator, {}, {}, {}};
  if (kind(c, id) == CstKind::kListComprehension) result.kind = ComprehensionKind::kList;
  if (kind(c, id) == CstKind::kSetComprehension) result.kind = ComprehensionKind::kSet;
  CstId body = child(c, id, CstField::kBody);
  if (kind(c, id) == CstKind::kDictionaryComprehension) {
    result.kind = ComprehensionKind::kDict;
    std::vector<CstId> pair = operands(c, body);
    result.element = expression(c, pair.empty() ? kNoCst : pair[0]);
    result.value = expression(c, pair.size() < 2 ? kNoCst : pair[1]);
  } else {
    result.element = expression(c, body);
  }
  bool is_async = false;
  for (CstId part : operands(c, id)) {
    if (kind(c, part) == CstKind::kForInClause) {
      is_async = is_async || has_token(c, part, "async");
      result.generators.push_back(convert_clause(c, part));
    } else if (kind(c, part) == CstKind::kIfClause && !result.generators.empty()) {
      std::vector<CstId> inner = operands(c, part);
      Generator& generator = result.generators.back();
      generator.conditions.push_back(expression(c, inner.empty() ? kNoCst : inner.front()));
      generator.range.end = node(c, part).end;
    }
  }
  if (!is_async) return add(c, range_of(c, id), std::move(result));
  ExprId inner = add(c, range_of(c, id), std::move(result));
  return add(c, range_of(c, id), UnsupportedExpr{"an asynchronous comprehension", {inner}});
}

}  // namespace parc::syntax
