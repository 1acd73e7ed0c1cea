#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

StmtNode python2(Converter& c, CstId id, const char* message) {
  c.diagnostics.emit(Diag::kPython2, range_of(c, id), message);
  return ErrorStmt{};
}

bool is_assignment(const Converter& c, CstId id) {
  return kind(c, id) == CstKind::kAssignment || kind(c, id) == CstKind::kAugmentedAssignment;
}

// `a += b = c`, `a: int = b = c`, `a = b += c`: the grammar takes an assignment for a value.
StmtNode chained(Converter& c, CstId value) {
  c.diagnostics.emit(Diag::kSyntaxError, range_of(c, value),
                     "this kind of assignment cannot be chained");
  return ErrorStmt{};
}

StmtNode convert_augmented(Converter& c, CstId id) {
  if (CstId right = child(c, id, CstField::kRight); is_assignment(c, right)) {
    return chained(c, right);
  }
  std::string_view spelling = text_of(c, child(c, id, CstField::kOperator));
  spelling.remove_suffix(spelling.empty() ? 0 : 1);
  std::optional<BinaryOp> op = binary_op(spelling);
  ExprId target = expression(c, child(c, id, CstField::kLeft));
  ExprId value = expression(c, child(c, id, CstField::kRight));
  if (!op) return ErrorStmt{};
  return AugAssign{target, *op, value};
}

StmtNode convert_assignment(Converter& c, CstId id) {
  CstId type = child(c, id, CstField::kType);
  if (type != kNoCst) {
    CstId right = child(c, id, CstField::kRight);
    if (is_assignment(c, right)) return chained(c, right);
    ExprId target = expression(c, child(c, id, CstField::kLeft));
    ExprId annotation = expression(c, type);
    return AnnAssign{target, annotation, optional_expression(c, right)};
  }
  Assign result;
  for (;;) {
    result.targets.push_back(expression(c, child(c, id, CstField::kLeft)));
    CstId right = child(c, id, CstField::kRight);
    bool goes_on =
        kind(c, right) == CstKind::kAssignment && child(c, right, CstField::kType) == kNoCst;
    if (!goes_on) {
      if (is_assignment(c, right)) return chained(c, right);
      result.value = expression(c, right);
      return result;
    }
    id = right;
  }
}

StmtNode convert_expression_statement(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  CstKind first = parts.empty() ? CstKind::kOther : kind(c, parts.front());
  if (first == CstKind::kAssignment) return convert_assignment(c, parts.front());
  if (first == CstKind::kAugmentedAssignment) return convert_augmented(c, parts.front());
  return ExprStmt{bare_list(c, parts)};
}

StmtNode convert_delete(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  bool several = parts.size() == 1 && kind(c, parts.front()) == CstKind::kExpressionList;
  if (several) parts = operands(c, parts.front());
  return Delete{expressions(c, parts)};
}

StmtNode convert_raise(Converter& c, CstId id) {
  CstId cause = child(c, id, CstField::kCause);
  CstId exception = kNoCst;
  for (CstId part : operands(c, id)) {
    if (part != cause && exception == kNoCst) exception = part;
  }
  if (kind(c, exception) == CstKind::kExpressionList) {
    return python2(c, exception, "an exception is raised as one expression: E(message)");
  }
  ExprId raised = optional_expression(c, exception);
  return Raise{raised, optional_expression(c, cause)};
}

StmtNode convert_assert(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  if (parts.size() > 2) {
    c.diagnostics.emit(Diag::kSyntaxError, range_of(c, parts[2]),
                       "an assert has a condition and one message");
  }
  ExprId test = expression(c, parts.empty() ? kNoCst : parts[0]);
  return Assert{test, optional_expression(c, parts.size() < 2 ? kNoCst : parts[1])};
}

std::vector<std::string> names(const Converter& c, CstId id) {
  std::vector<std::string> result;
  for (CstId part : operands(c, id)) result.emplace_back(text_of(c, part));
  return result;
}

StmtNode convert_return(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  return Return{optional_expression(c, parts.empty() ? kNoCst : parts.front())};
}

StmtNode convert_type_alias(Converter& c, CstId id) {
  UnsupportedStmt result{"a type alias statement", {}, {}, {}};
  CstId left = child(c, id, CstField::kLeft);
  // The alias is a name, with or without type parameters of its own.
  while (left != kNoCst && kind(c, left) != CstKind::kIdentifier) left = node(c, left).first_child;
  if (left != kNoCst) result.bound_names.emplace_back(text_of(c, left));
  return result;
}

}  // namespace

StmtNode convert_simple_statement(Converter& c, CstId id) {
  switch (kind(c, id)) {
    case CstKind::kExpressionStatement:
      return convert_expression_statement(c, id);
    case CstKind::kReturn:
      return convert_return(c, id);
    case CstKind::kDelete:
      return convert_delete(c, id);
    case CstKind::kRaise:
      return convert_raise(c, id);
    case CstKind::kAssert:
      return convert_assert(c, id);
    case CstKind::kPass:
      return Pass{};
    case CstKind::kBreak:
      return Break{};
    case CstKind::kContinue:
      return Continue{};
    case CstKind::kGlobal:
      return Global{names(c, id)};
    case CstKind::kNonlocal:
      return Nonlocal{names(c, id)};
    case CstKind::kImport:
    case CstKind::kImportFrom:
    case CstKind::kFutureImport:
      return convert_import(c, id);
    case CstKind::kTypeAlias:
      return convert_type_alias(c, id);
    case CstKind::kPrint:
      return python2(c, id, "print is a function: print(…)");
    case CstKind::kExec:
      return python2(c, id, "exec is a function: exec(…)");
    default:  // only in a tree with errors
      return ErrorStmt{};
  }
}

}  // namespace parc::syntax
