#include "frontend/check/module_constants.h"

#include <algorithm>

#include "frontend/check/ast_walk.h"
#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/symbols.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

// Whether a call of this library function gives the same number every time.
bool is_constant_callee(std::string_view path) {
  constexpr std::string_view kNames[] = {"abs", "min", "max",    "round",
                                         "pow", "len", "divmod", "tuple"};
  return kind_of_type(path) || path.starts_with("math.") ||
         std::find(std::begin(kNames), std::end(kNames), path) != std::end(kNames);
}

bool is_constant_node(Program& program, const ModuleScope& module, ExprId id) {
  const Tree& tree = *module.tree;
  if (const auto* call = get<syntax::Call>(tree, id)) {
    Symbol symbol = resolve(program, module, nullptr, call->callee);
    return symbol.kind == SymbolKind::kLibrary && is_constant_callee(symbol.path);
  }
  return get<Name>(tree, id) || get<IntLiteral>(tree, id) || get<FloatLiteral>(tree, id) ||
         get<ImaginaryLiteral>(tree, id) || get<BoolLiteral>(tree, id) ||
         get<NoneLiteral>(tree, id) || get<StringLiteral>(tree, id) || get<Unary>(tree, id) ||
         get<Binary>(tree, id) || get<BoolOp>(tree, id) || get<Compare>(tree, id) ||
         get<Conditional>(tree, id) || get<Attribute>(tree, id) || get<Tuple>(tree, id) ||
         get<Subscript>(tree, id);
}

bool is_constant_expr(Program& program, const ModuleScope& module, ExprId root) {
  bool constant = true;
  walk_expr(*module.tree, root,
            [&](ExprId id) { constant = constant && is_constant_node(program, module, id); });
  return constant;
}

Value report(Context& c, const Global& global, SourceRange range, Diag kind, std::string message) {
  c.diagnostics.emit(kind, range, std::move(message))
      .label(kind == Diag::kGlobalRebound ? global.other_range : global.range,
             kind == Diag::kGlobalRebound ? "bound again here" : "bound here")
      .note("pass it as a parameter");
  return make_error(c, range);
}

}  // namespace

Value check_module_constant(Context& c, const ModuleScope& module, const Global& global,
                            SourceRange range) {
  if (global.bindings > 1) {
    return report(c, global, range, Diag::kGlobalRebound,
                  concat("the global '", global.name, "' is bound more than once"));
  }
  std::string message = concat("the global '", global.name, "' is not a constant number");
  if (global.kind != GlobalKind::kValue || global.conditional) {
    return report(c, global, range, Diag::kGlobalNotConstant, message);
  }
  bool circular = std::find(c.constants_in_use.begin(), c.constants_in_use.end(), global.name) !=
                  c.constants_in_use.end();
  if (circular || !is_constant_expr(c.program, module, global.value)) {
    return report(c, global, range, Diag::kGlobalNotConstant, message);
  }
  c.constants_in_use.push_back(global.name);
  Value value =
      check_constant_expr(c, module, global.value, range, Diag::kGlobalNotConstant, message);
  c.constants_in_use.pop_back();
  return value;
}

Value check_constant_expr(Context& c, const ModuleScope& module, ExprId expr, SourceRange range,
                          Diag kind, const std::string& what) {
  if (!is_constant_expr(c.program, module, expr)) {
    c.diagnostics.emit(kind, range, what)
        .label((*module.tree)[expr].range, "no constant expression");
    return make_error(c, range);
  }
  const ModuleScope* outer_module = std::exchange(c.module, &module);
  const Scope* outer_scope = std::exchange(c.scope, nullptr);
  std::optional<SourceRange> outer_place = c.place;
  c.place = range;
  Value value = check_expr(c, expr);
  c.place = outer_place;
  c.scope = outer_scope;
  c.module = outer_module;
  return value;
}

}  // namespace parc::check
