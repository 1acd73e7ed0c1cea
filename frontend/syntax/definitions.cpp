#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

std::optional<SourceRange> type_parameters_of(const Converter& c, CstId id) {
  CstId list = child(c, id, CstField::kTypeParameters);
  if (list == kNoCst) return std::nullopt;
  return range_of(c, list);
}

StmtId convert_function(Converter& c, CstId id, std::vector<ExprId> decorators) {
  FunctionDef result;
  CstId name = child(c, id, CstField::kName);
  result.name = std::string(text_of(c, name));
  result.name_range = range_of(c, name);
  result.is_async = has_token(c, id, "async");
  result.type_parameters = type_parameters_of(c, id);
  result.decorators = std::move(decorators);
  result.parameters = convert_parameters(c, child(c, id, CstField::kParameters));
  result.returns = optional_expression(c, child(c, id, CstField::kReturnType));
  c.generators.push_back(false);
  result.body = block(c, child(c, id, CstField::kBody));
  result.is_generator = c.generators.back();
  c.generators.pop_back();
  result.docstring = docstring_of(c.tree, result.body);
  uint32_t end = end_of(c, {&result.body}, node(c, id).end);
  return add(c, range_between(c, node(c, id).begin, end), std::move(result));
}

StmtId convert_class(Converter& c, CstId id, std::vector<ExprId> decorators) {
  ClassDef result;
  CstId name = child(c, id, CstField::kName);
  result.name = std::string(text_of(c, name));
  result.name_range = range_of(c, name);
  result.type_parameters = type_parameters_of(c, id);
  result.decorators = std::move(decorators);
  convert_arguments(c, child(c, id, CstField::kSuperclasses), result.bases, result.keywords);
  result.body = block(c, child(c, id, CstField::kBody));
  uint32_t end = end_of(c, {&result.body}, node(c, id).end);
  return add(c, range_between(c, node(c, id).begin, end), std::move(result));
}

}  // namespace

StmtId convert_definition(Converter& c, CstId id) {
  std::vector<ExprId> decorators;
  CstId definition = id;
  if (kind(c, id) == CstKind::kDecorated) {
    for (CstId part : operands(c, id)) {
      if (kind(c, part) != CstKind::kDecorator) continue;
      std::vector<CstId> inner = operands(c, part);
      decorators.push_back(expression(c, inner.empty() ? kNoCst : inner.front()));
    }
    definition = child(c, id, CstField::kDefinition);
  }
  if (kind(c, definition) == CstKind::kFunction) {
    return convert_function(c, definition, std::move(decorators));
  }
  if (kind(c, definition) == CstKind::kClass) {
    return convert_class(c, definition, std::move(decorators));
  }
  return add(c, range_of(c, id), ErrorStmt{});
}

ExprId convert_lambda(Converter& c, CstId id) {
  Lambda result;
  result.parameters = convert_parameters(c, child(c, id, CstField::kParameters));
  c.generators.push_back(false);
  result.body = expression(c, child(c, id, CstField::kBody));
  c.generators.pop_back();
  return add(c, range_of(c, id), std::move(result));
}

}  // namespace parc::syntax
