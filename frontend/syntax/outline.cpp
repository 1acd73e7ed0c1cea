#include "frontend/syntax/outline.h"

#include <utility>

namespace parc::syntax {
namespace {

bool is_at(const Tree& tree, SourceRange range, uint32_t begin, uint32_t end) {
  return range.file == tree.file && range.begin == begin && range.end == end;
}

// The last function of the top level with that name.
FunctionDef* find_function(Tree& tree, const std::string& name) {
  FunctionDef* found = nullptr;
  for (StmtId id : tree.body) {
    auto* function = std::get_if<FunctionDef>(&tree.stmts[id].node);
    if (function && function->name == name) found = function;
  }
  return found;
}

// A loop or block ends where its last statement does, which may have a semicolon behind it.
bool outline_statement(Tree& tree, uint32_t begin, const std::string& name) {
  for (uint32_t at = 0; at < tree.stmts.size(); ++at) {
    Stmt& place = tree.stmts[StmtId{at}];
    const bool has_body =
        std::holds_alternative<For>(place.node) || std::holds_alternative<With>(place.node);
    if (!has_body || place.range.file != tree.file || place.range.begin != begin) continue;
    Stmt moved{place.range, std::exchange(place.node, Pass{})};
    const StmtId id = tree.stmts.add(std::move(moved));
    FunctionDef* function = find_function(tree, name);
    if (!function || function->body.empty()) return false;
    function->is_outlined = true;
    function->body.insert(function->body.end() - 1, id);
    return true;
  }
  return false;
}

bool outline_expression(Tree& tree, uint32_t begin, uint32_t end, const std::string& name) {
  FunctionDef* function = find_function(tree, name);
  Return* result = function && !function->body.empty()
                       ? std::get_if<Return>(&tree.stmts[function->body.back()].node)
                       : nullptr;
  if (!result) return false;
  function->is_outlined = true;
  for (uint32_t at = 0; at < tree.exprs.size(); ++at) {
    Expr& place = tree.exprs[ExprId{at}];
    if (!is_at(tree, place.range, begin, end)) continue;
    Expr moved{place.range, std::exchange(place.node, NoneLiteral{})};
    result->value = tree.exprs.add(std::move(moved));
    return true;
  }
  return false;
}

}  // namespace

bool outline(Tree& tree, Outlined what, uint32_t begin, uint32_t end, const std::string& function) {
  return what == Outlined::kStatement ? outline_statement(tree, begin, function)
                                      : outline_expression(tree, begin, end, function);
}

}  // namespace parc::syntax
