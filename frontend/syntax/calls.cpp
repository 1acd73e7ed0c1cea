#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

SourceRange starting_at(const Converter& c, CstId id, const SourceRange& star) {
  return range_between(c, begin_of(c, id, star), node(c, id).end);
}

Keyword convert_keyword(Converter& c, CstId id) {
  std::string name(text_of(c, child(c, id, CstField::kName)));
  return {std::move(name), expression(c, child(c, id, CstField::kValue)), range_of(c, id)};
}

Keyword convert_double_star(Converter& c, CstId id) {
  std::vector<CstId> inner = operands(c, id);
  return {"", expression(c, inner.empty() ? kNoCst : inner.front()), range_of(c, id)};
}

}  // namespace

void convert_arguments(Converter& c, CstId list, std::vector<ExprId>& positional,
                       std::vector<Keyword>& keywords) {
  if (kind(c, list) == CstKind::kGeneratorExpression) {
    positional.push_back(expression(c, list));
    return;
  }
  for (CstId argument : operands(c, list)) {
    if (kind(c, argument) == CstKind::kKeywordArgument) {
      keywords.push_back(convert_keyword(c, argument));
    } else if (kind(c, argument) == CstKind::kDictionarySplat) {
      keywords.push_back(convert_double_star(c, argument));
    } else {
      ExprId value = expression(c, argument);
      bool after_keyword = !keywords.empty() && !get<Starred>(c.tree, value);
      if (after_keyword) {
        c.diagnostics
            .emit(Diag::kArgumentOrder, range(c, value),
                  "a positional argument cannot follow a keyword argument")
            .label(keywords.back().range, "the keyword argument");
      }
      positional.push_back(value);
    }
  }
}

ExprId convert_call(Converter& c, CstId id) {
  SourceRange star;
  Call call;
  call.callee = take_star(c, expression(c, child(c, id, CstField::kFunction)), star);
  convert_arguments(c, child(c, id, CstField::kArguments), call.args, call.keywords);
  SourceRange where = starting_at(c, id, star);
  return put_star(c, add(c, where, std::move(call)), star);
}

ExprId convert_attribute(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  if (parts.size() != 2) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange star;
  ExprId value = take_star(c, expression(c, parts[0]), star);
  SourceRange where = starting_at(c, id, star);
  Attribute attribute{value, std::string(text_of(c, parts[1])), range_of(c, parts[1])};
  return put_star(c, add(c, where, std::move(attribute)), star);
}

ExprId convert_subscript(Converter& c, CstId id) {
  SourceRange star;
  Subscript result;
  result.value = take_star(c, expression(c, child(c, id, CstField::kValue)), star);
  result.is_tuple = has_token(c, id, ",");
  for (CstId part : operands(c, id)) {
    if (node(c, part).field == CstField::kSubscript) result.indices.push_back(expression(c, part));
  }
  // A star makes a tuple of one: a[*i].
  bool one_star = result.indices.size() == 1 && get<Starred>(c.tree, result.indices.front());
  result.is_tuple = result.is_tuple || one_star;
  SourceRange where = starting_at(c, id, star);
  return put_star(c, add(c, where, std::move(result)), star);
}

ExprId convert_slice(Converter& c, CstId id) {
  ExprId parts[3];
  size_t at = 0;
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kError) continue;
    if (kind(c, part) == CstKind::kToken) {
      at = at < 2 ? at + 1 : at;
    } else {
      parts[at] = expression(c, part);
    }
  }
  return add(c, range_of(c, id), Slice{parts[0], parts[1], parts[2]});
}

}  // namespace parc::syntax
