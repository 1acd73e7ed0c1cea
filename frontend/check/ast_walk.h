// Visiting the children of a syntax node, for the scans that come before the check proper.
#pragma once

#include <type_traits>
#include <utility>

#include "frontend/syntax/ast.h"

namespace parc::check {

namespace walk_detail {

// Calls `f` for each valid expression among the arguments.
template <class F, class... Ids>
void exprs(F& f, Ids... ids) {
  ((ids ? f(ids) : void()), ...);
}
template <class F>
void list(F& f, const std::vector<syntax::ExprId>& ids) {
  for (syntax::ExprId id : ids) {
    if (id) f(id);
  }
}
template <class F>
void parameters(F& f, const syntax::Parameters& parameters) {
  for (const syntax::Parameter& parameter : parameters.all) exprs(f, parameter.default_value);
}

}  // namespace walk_detail

// f(ExprId) for each direct operand of the expression, in order of evaluation. Of a lambda the
// defaults; its body belongs to another scope and is visited too.
template <class F>
void for_each_operand(const syntax::Expr& expr, F&& f) {
  using namespace syntax;
  namespace w = walk_detail;
  std::visit(
      [&](const auto& node) {
        using T = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<T, FString>) {
          for (const FormatPart& part : node.parts) w::exprs(f, part.value);
        } else if constexpr (std::is_same_v<T, Unary>) {
          w::exprs(f, node.operand);
        } else if constexpr (std::is_same_v<T, Binary>) {
          w::exprs(f, node.left, node.right);
        } else if constexpr (std::is_same_v<T, BoolOp>) {
          w::list(f, node.values);
        } else if constexpr (std::is_same_v<T, Compare>) {
          w::exprs(f, node.left);
          w::list(f, node.rights);
        } else if constexpr (std::is_same_v<T, Conditional>) {
          w::exprs(f, node.test, node.body, node.orelse);
        } else if constexpr (std::is_same_v<T, NamedExpr>) {
          w::exprs(f, node.value, node.target);
        } else if constexpr (std::is_same_v<T, syntax::Call>) {
          w::exprs(f, node.callee);
          w::list(f, node.args);
          for (const Keyword& keyword : node.keywords) w::exprs(f, keyword.value);
        } else if constexpr (std::is_same_v<T, Attribute> || std::is_same_v<T, Starred>) {
          w::exprs(f, node.value);
        } else if constexpr (std::is_same_v<T, Subscript>) {
          w::exprs(f, node.value);
          w::list(f, node.indices);
        } else if constexpr (std::is_same_v<T, Slice>) {
          w::exprs(f, node.lower, node.upper, node.step);
        } else if constexpr (std::is_same_v<T, Tuple> || std::is_same_v<T, List> ||
                             std::is_same_v<T, SetDisplay>) {
          w::list(f, node.elements);
        } else if constexpr (std::is_same_v<T, DictDisplay>) {
          w::list(f, node.keys);
          w::list(f, node.values);
        } else if constexpr (std::is_same_v<T, Lambda>) {
          w::parameters(f, node.parameters);
          w::exprs(f, node.body);
        } else if constexpr (std::is_same_v<T, Comprehension>) {
          for (const Generator& generator : node.generators) {
            w::exprs(f, generator.iter, generator.target);
            w::list(f, generator.conditions);
          }
          w::exprs(f, node.element, node.value);
        } else if constexpr (std::is_same_v<T, UnsupportedExpr>) {
          w::list(f, node.parts);
        }
      },
      expr.node);
}

// f(ExprId) for each expression that the statement itself holds, not those of its bodies.
// Annotations are left out.
template <class F>
void for_each_expr(const syntax::Stmt& stmt, F&& f) {
  using namespace syntax;
  namespace w = walk_detail;
  std::visit(
      [&](const auto& node) {
        using T = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<T, FunctionDef>) {
          w::list(f, node.decorators);
          w::parameters(f, node.parameters);
        } else if constexpr (std::is_same_v<T, ClassDef>) {
          w::list(f, node.decorators);
          w::list(f, node.bases);
        } else if constexpr (std::is_same_v<T, Return> || std::is_same_v<T, ExprStmt>) {
          w::exprs(f, node.value);
        } else if constexpr (std::is_same_v<T, Delete>) {
          w::list(f, node.targets);
        } else if constexpr (std::is_same_v<T, Assign>) {
          w::exprs(f, node.value);
          w::list(f, node.targets);
        } else if constexpr (std::is_same_v<T, AugAssign> || std::is_same_v<T, AnnAssign>) {
          w::exprs(f, node.value, node.target);
        } else if constexpr (std::is_same_v<T, For>) {
          w::exprs(f, node.iter, node.target);
        } else if constexpr (std::is_same_v<T, While> || std::is_same_v<T, If>) {
          w::exprs(f, node.test);
        } else if constexpr (std::is_same_v<T, With>) {
          for (const WithItem& item : node.items) w::exprs(f, item.context, item.target);
        } else if constexpr (std::is_same_v<T, Raise>) {
          w::exprs(f, node.exception, node.cause);
        } else if constexpr (std::is_same_v<T, Assert>) {
          w::exprs(f, node.test, node.message);
        }
      },
      stmt.node);
}

// f(const Body&) for each block of the statement; those of a nested function or class are visited
// only when `into_scopes`.
template <class F>
void for_each_body(const syntax::Stmt& stmt, bool into_scopes, F&& f) {
  using namespace syntax;
  std::visit(
      [&](const auto& node) {
        using T = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<T, FunctionDef> || std::is_same_v<T, ClassDef>) {
          if (into_scopes) f(node.body);
        } else if constexpr (std::is_same_v<T, For> || std::is_same_v<T, While> ||
                             std::is_same_v<T, If>) {
          f(node.body);
          f(node.orelse);
        } else if constexpr (std::is_same_v<T, With>) {
          f(node.body);
        } else if constexpr (std::is_same_v<T, Try>) {
          f(node.body);
          for (const Body& handler : node.handlers) f(handler);
          f(node.orelse);
          f(node.finally);
        } else if constexpr (std::is_same_v<T, UnsupportedStmt>) {
          for (const Body& body : node.bodies) f(body);
        }
      },
      stmt.node);
}

// f(ExprId) for the expression and everything under it, parents first.
template <class F>
void walk_expr(const syntax::Tree& tree, syntax::ExprId id, F&& f) {
  f(id);
  for_each_operand(tree[id], [&](syntax::ExprId operand) { walk_expr(tree, operand, f); });
}

}  // namespace parc::check
