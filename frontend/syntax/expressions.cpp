#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

ExprId convert_parenthesized(Converter& c, CstId id) {
  std::vector<CstId> inner = operands(c, id);
  return expression(c, inner.empty() ? kNoCst : inner.front());
}

ExprId convert_conditional(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  if (parts.size() != 3) return add(c, range_of(c, id), ErrorExpr{});
  CstId first = take_value(c, parts[0]);
  SourceRange star;
  ExprId body = take_star(c, expression(c, first), star);
  ExprId test = expression(c, parts[1]);
  ExprId orelse = expression(c, parts[2]);
  if (first == kNoCst) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange where = range_between(c, begin_of(c, first, star), node(c, id).end);
  ExprId whole = put_star(c, add(c, where, Conditional{test, body, orelse}), star);
  return put_name(c, parts[0], whole);
}

ExprId convert_starred(Converter& c, CstId id) {
  std::vector<CstId> inner = operands(c, id);
  ExprId value = expression(c, inner.empty() ? kNoCst : inner.front());
  return add(c, range_of(c, id), Starred{value});
}

ExprId convert_named(Converter& c, CstId id) {
  ExprId target = expression(c, child(c, id, CstField::kName));
  ExprId value = expression(c, child(c, id, CstField::kValue));
  return add(c, range_of(c, id), NamedExpr{target, value});
}

ExprId convert_yield(Converter& c, CstId id) {
  if (!c.generators.empty()) c.generators.back() = true;
  return add(c, range_of(c, id),
             UnsupportedExpr{"a yield expression", expressions(c, operands(c, id))});
}

// `a as b` outside of `with`, `except` and `match`.
ExprId misplaced_as(Converter& c, CstId id) {
  c.diagnostics.emit(Diag::kSyntaxError, range_of(c, id), "'as' cannot stand in an expression");
  return add(c, range_of(c, id), ErrorExpr{});
}

ExprId convert_name(Converter& c, CstId id) {
  if (node(c, id).is_missing) return add(c, range_of(c, id), ErrorExpr{});
  return add(c, range_of(c, id), Name{std::string(text_of(c, id))});
}

// A line or two for every kind of node. NOLINTNEXTLINE(readability-function-size)
ExprId convert(Converter& c, CstId id) {
  switch (kind(c, id)) {
    case CstKind::kIdentifier:
      return convert_name(c, id);
    case CstKind::kInteger:
    case CstKind::kFloat:
      return convert_number(c, id);
    case CstKind::kTrue:
      return add(c, range_of(c, id), BoolLiteral{true});
    case CstKind::kFalse:
      return add(c, range_of(c, id), BoolLiteral{false});
    case CstKind::kNone:
      return add(c, range_of(c, id), NoneLiteral{});
    case CstKind::kEllipsis:
      return add(c, range_of(c, id), EllipsisLiteral{});
    case CstKind::kString:
    case CstKind::kConcatenatedString:
      return convert_string(c, id);
    case CstKind::kParenthesized:
      return convert_parenthesized(c, id);
    case CstKind::kBinary:
    case CstKind::kUnary:
    case CstKind::kNot:
    case CstKind::kBoolean:
    case CstKind::kComparison:
      return convert_operator(c, id);
    case CstKind::kConditional:
      return convert_conditional(c, id);
    case CstKind::kNamedExpression:
      return convert_named(c, id);
    case CstKind::kCall:
      return convert_call(c, id);
    case CstKind::kSubscript:
      return convert_subscript(c, id);
    case CstKind::kAttribute:
      return convert_attribute(c, id);
    case CstKind::kSlice:
      return convert_slice(c, id);
    case CstKind::kListSplat:
    case CstKind::kListSplatPattern:
      return convert_starred(c, id);
    case CstKind::kExpressionList:
    case CstKind::kPatternList:
      return bare_list(c, operands(c, id));
    case CstKind::kTuple:
    case CstKind::kTuplePattern:
    case CstKind::kList:
    case CstKind::kListPattern:
    case CstKind::kSet:
    case CstKind::kDictionary:
      return convert_display(c, id);
    case CstKind::kListComprehension:
    case CstKind::kSetComprehension:
    case CstKind::kDictionaryComprehension:
    case CstKind::kGeneratorExpression:
      return convert_comprehension(c, id);
    case CstKind::kLambda:
      return convert_lambda(c, id);
    case CstKind::kAwait:
      return add(c, range_of(c, id),
                 UnsupportedExpr{"an await expression", expressions(c, operands(c, id))});
    case CstKind::kYield:
      return convert_yield(c, id);
    case CstKind::kType:
    case CstKind::kGenericType:
    case CstKind::kUnionType:
    case CstKind::kMemberType:
    case CstKind::kSplatType:
    case CstKind::kConstrainedType:
      return convert_type(c, id);
    case CstKind::kAsPatternTarget:
      return convert_parenthesized(c, id);
    case CstKind::kAsPattern:
      return misplaced_as(c, id);
    default:  // a node of the grammar that is no expression: only in a tree with errors
      return add(c, range_of(c, id), ErrorExpr{});
  }
}

}  // namespace

ExprId expression(Converter& c, CstId id) {
  Nesting nesting(c, id);
  if (!nesting.ok) return add(c, range_of(c, id), ErrorExpr{});
  return convert(c, id);
}

}  // namespace parc::syntax
