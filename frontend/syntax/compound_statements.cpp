#include <iterator>
#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

SourceRange up_to(const Converter& c, CstId id, std::initializer_list<const Body*> bodies) {
  return range_between(c, node(c, id).begin, end_of(c, bodies, node(c, id).end));
}

// From the first word to the colon.
SourceRange header_of(const Converter& c, CstId id) {
  SourceRange header = range_of(c, id);
  for (CstId part : children(c, id)) {
    if (kind(c, part) != CstKind::kToken || text_of(c, part) != ":") continue;
    header.end = node(c, part).end;
    break;
  }
  return header;
}

Body else_body(Converter& c, CstId id) {
  return block(c, child(c, child(c, id, CstKind::kElse), CstField::kBody));
}

// Built from the last `elif` to the first: each is the only statement of the `else` before it.
StmtId convert_if(Converter& c, CstId id) {
  std::vector<CstId> branches{id};
  CstId otherwise = kNoCst;
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kElif) branches.push_back(part);
    if (kind(c, part) == CstKind::kElse) otherwise = part;
  }
  Nesting nesting(c, id, static_cast<int>(branches.size()));
  if (!nesting.ok) return add(c, range_of(c, id), ErrorStmt{});
  // In source order, so that diagnostics and ids follow the text.
  std::vector<If> parts;
  for (CstId branch : branches) {
    ExprId test = expression(c, child(c, branch, CstField::kCondition));
    parts.push_back({test, block(c, child(c, branch, CstField::kConsequence)), {}});
  }
  parts.back().orelse = block(c, child(c, otherwise, CstField::kBody));
  StmtId result;
  for (size_t i = parts.size(); i-- > 0;) {
    if (result) parts[i].orelse = {result};
    SourceRange where = up_to(c, branches[i], {&parts[i].body, &parts[i].orelse});
    result = add(c, where, std::move(parts[i]));
  }
  return result;
}

StmtId convert_for(Converter& c, CstId id) {
  For result;
  uint32_t word = node(c, id).begin;
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kToken && text_of(c, part) == "for") word = node(c, part).begin;
  }
  result.is_async = has_token(c, id, "async");
  result.is_par = is_masked(c.masked, word);
  result.header = header_of(c, id);
  result.target = expression(c, child(c, id, CstField::kLeft));
  result.iter = expression(c, child(c, id, CstField::kRight));
  result.body = block(c, child(c, id, CstField::kBody));
  result.orelse = else_body(c, id);
  SourceRange where = up_to(c, id, {&result.body, &result.orelse});
  return add(c, where, std::move(result));
}

StmtId convert_while(Converter& c, CstId id) {
  While result;
  result.header = header_of(c, id);
  result.test = expression(c, child(c, id, CstField::kCondition));
  result.body = block(c, child(c, id, CstField::kBody));
  result.orelse = else_body(c, id);
  SourceRange where = up_to(c, id, {&result.body, &result.orelse});
  return add(c, where, std::move(result));
}

// ---- with ----

WithItem convert_item(Converter& c, CstId id) {
  if (kind(c, id) != CstKind::kAsPattern) return {expression(c, id), {}};
  std::vector<CstId> parts = operands(c, id);
  ExprId context = expression(c, parts.empty() ? kNoCst : parts.front());
  return {context, expression(c, child(c, id, CstField::kAlias))};
}

// The items of `with (a, b as c):` are read by the grammar as a tuple.
std::vector<CstId> with_items(const Converter& c, CstId clause) {
  std::vector<CstId> items;
  for (CstId item : operands(c, clause)) {
    CstId value = kind(c, item) == CstKind::kWithItem ? child(c, item, CstField::kValue) : item;
    if (value != kNoCst) items.push_back(value);
  }
  bool bracketed = items.size() == 1 && (kind(c, items.front()) == CstKind::kTuple ||
                                         kind(c, items.front()) == CstKind::kParenthesized);
  if (!bracketed || operands(c, items.front()).empty()) return items;
  for (CstId element : operands(c, items.front())) {
    CstKind inner = kind(c, element);
    if (inner == CstKind::kListSplat || inner == CstKind::kYield) return items;
    // `with (a := b):` keeps its brackets.
    if (inner == CstKind::kNamedExpression) return items;
  }
  return operands(c, items.front());
}

StmtId convert_with(Converter& c, CstId id) {
  With result;
  result.is_async = has_token(c, id, "async");
  result.header = header_of(c, id);
  for (CstId item : with_items(c, child(c, id, CstKind::kWithClause))) {
    result.items.push_back(convert_item(c, item));
  }
  result.body = block(c, child(c, id, CstField::kBody));
  SourceRange where = up_to(c, id, {&result.body});
  return add(c, where, std::move(result));
}

// ---- try ----

void convert_handler(Converter& c, CstId id, Try& result) {
  std::vector<CstId> types;
  for (CstId part : operands(c, id)) {
    if (kind(c, part) == CstKind::kBlock) {
      result.handlers.push_back(block(c, part));
    } else if (kind(c, part) == CstKind::kAsPattern) {
      WithItem item = convert_item(c, part);
      result.handler_types.push_back(item.context);
      if (const auto* name = get<Name>(c.tree, item.target)) {
        result.bound_names.push_back(name->id);
      }
    } else if (node(c, part).field == CstField::kAlias) {
      result.bound_names.emplace_back(text_of(c, part));
    } else {
      types.push_back(part);
    }
  }
  if (types.size() > 1) {
    c.diagnostics
        .emit(Diag::kPython2, range_between(c, node(c, types[0]).begin, node(c, types[1]).end),
              "an exception is bound to a name with 'as'")
        .note("several exceptions stand in brackets: except (A, B) as e");
  }
  for (CstId type : types) result.handler_types.push_back(expression(c, type));
}

StmtId convert_try(Converter& c, CstId id) {
  Try result;
  result.body = block(c, child(c, id, CstField::kBody));
  bool has_finally = false;
  for (CstId part : children(c, id)) {
    if (kind(c, part) == CstKind::kExcept) {
      convert_handler(c, part, result);
    } else if (kind(c, part) == CstKind::kElse) {
      result.orelse = block(c, child(c, part, CstField::kBody));
    } else if (kind(c, part) == CstKind::kFinally) {
      has_finally = true;
      result.finally = block(c, child(c, part, CstKind::kBlock));
    }
  }
  if (result.handlers.empty() && !has_finally && !c.cst.has_errors) {
    c.diagnostics.emit(Diag::kSyntaxError, range_of(c, id),
                       "a try needs an 'except' or a 'finally' block");
  }
  uint32_t end = end_of(c, {&result.body}, node(c, id).end);
  for (const Body& handler : result.handlers) end = end_of(c, {&handler}, end);
  end = end_of(c, {&result.orelse, &result.finally}, end);
  return add(c, range_between(c, node(c, id).begin, end), std::move(result));
}

}  // namespace

StmtId convert_compound_statement(Converter& c, CstId id) {
  switch (kind(c, id)) {
    case CstKind::kIf:
      return convert_if(c, id);
    case CstKind::kFor:
      return convert_for(c, id);
    case CstKind::kWhile:
      return convert_while(c, id);
    case CstKind::kWith:
      return convert_with(c, id);
    default:
      return convert_try(c, id);
  }
}

}  // namespace parc::syntax
