// Annotations: the grammar reads some of them as nodes of their own, Python as expressions.
#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

// `list[int]`, read as a name with type parameters.
ExprId convert_generic(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  CstId arguments = child(c, id, CstKind::kTypeParameter);
  if (parts.empty() || arguments == kNoCst) return add(c, range_of(c, id), ErrorExpr{});
  Subscript result;
  result.value = expression(c, parts.front());
  result.indices = expressions(c, operands(c, arguments));
  bool one_star = result.indices.size() == 1 && get<Starred>(c.tree, result.indices.front());
  result.is_tuple = has_token(c, arguments, ",") || one_star;
  return add(c, range_of(c, id), std::move(result));
}

ExprId convert_union(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  if (parts.size() != 2) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange bar = range_between(c, node(c, parts[0]).end, node(c, parts[1]).begin);
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kToken) bar = range_of(c, part);
  }
  ExprId left = expression(c, parts[0]);
  ExprId right = expression(c, parts[1]);
  return add(c, range_of(c, id), Binary{BinaryOp::kOr, left, right, bar});
}

}  // namespace

ExprId convert_type(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  CstId first = parts.empty() ? kNoCst : parts.front();
  switch (kind(c, id)) {
    case CstKind::kGenericType:
      return convert_generic(c, id);
    case CstKind::kUnionType:
      return convert_union(c, id);
    case CstKind::kMemberType:
      return convert_attribute(c, id);
    case CstKind::kSplatType: {
      ExprId value = expression(c, first);
      return add(c, range_of(c, id), Starred{value});
    }
    case CstKind::kConstrainedType:
      c.diagnostics.emit(Diag::kSyntaxError, range_of(c, id), "unexpected ':' in an annotation");
      return add(c, range_of(c, id), ErrorExpr{});
    default:
      return expression(c, first);
  }
}

}  // namespace parc::syntax
