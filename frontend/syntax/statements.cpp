#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

// Statements may stand directly in an ERROR node of a broken tree; the rest of it is skipped.
void error_statement(Converter& c, CstId id, Body& out) {
  out.push_back(add(c, range_of(c, id), ErrorStmt{}));
}

}  // namespace

uint32_t end_of(const Converter& c, std::initializer_list<const Body*> bodies, uint32_t otherwise) {
  uint32_t end = otherwise;
  for (const Body* body : bodies) {
    if (!body->empty()) end = c.tree[body->back()].range.end;
  }
  return end;
}

void statement(Converter& c, CstId id, Body& out) {
  Nesting nesting(c, id);
  if (!nesting.ok) return error_statement(c, id, out);
  switch (kind(c, id)) {
    case CstKind::kToken:  // a semicolon
      return;
    case CstKind::kError:
      return error_statement(c, id, out);
    case CstKind::kIf:
    case CstKind::kFor:
    case CstKind::kWhile:
    case CstKind::kTry:
    case CstKind::kWith:
      out.push_back(convert_compound_statement(c, id));
      return;
    case CstKind::kMatch:
      out.push_back(convert_match(c, id));
      return;
    case CstKind::kFunction:
    case CstKind::kClass:
    case CstKind::kDecorated:
      out.push_back(convert_definition(c, id));
      return;
    default: {
      StmtNode node = convert_simple_statement(c, id);
      out.push_back(add(c, range_of(c, id), std::move(node)));
    }
  }
}

Body block(Converter& c, CstId id) {
  Body result;
  if (id == kNoCst) return result;
  for (CstId i = node(c, id).first_child; i != kNoCst; i = node(c, i).next_sibling) {
    statement(c, i, result);
  }
  return result;
}

std::optional<std::string> docstring_of(const Tree& tree, const Body& body) {
  if (body.empty()) return std::nullopt;
  const auto* first = get<ExprStmt>(tree, body.front());
  const auto* text = first ? get<StringLiteral>(tree, first->value) : nullptr;
  if (!text || text->is_bytes) return std::nullopt;
  return text->value;
}

}  // namespace parc::syntax
