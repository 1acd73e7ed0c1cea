#include <algorithm>
#include <set>

#include "driver/stub/declarations.h"
#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

// Names that type checkers read the value of.
const std::set<std::string> kKept = {"__all__", "__slots__", "__match_args__"};
const std::set<std::string> kWrappers = {"staticmethod", "classmethod", "cached_property",
                                         "partialmethod"};
// What describes the field of a record.
const std::set<std::string> kFields = {"field", "Field", "ib", "attrib"};

bool calls(const Tree& tree, ExprId value, const std::set<std::string>& names) {
  const auto* call = value ? get<Call>(tree, value) : nullptr;
  return call && names.contains(last_name(tree, call->callee));
}

// `b = a`, `b = module.a`: another name for something that a type checker knows.
bool is_alias(const Context& context, const Scope& scope, const std::string& name, ExprId value) {
  std::string root = root_name(context.tree, value);
  // `x = x` in a class takes the x of the module, which a stub cannot say.
  if (root.empty() || root == name) return false;
  if (get<Name>(context.tree, value) && scope.bound.contains(root)) return true;
  return !scope.is_class && context.names.types.contains(root);
}

bool keeps_value(const Context& context, const Scope& scope, const std::string& name,
                 ExprId value) {
  const Tree& tree = context.tree;
  if (kKept.contains(name)) return name == "__all__" || is_literal_display(tree, value);
  if (scope.is_class && calls(tree, value, kWrappers)) return true;
  return makes_type(tree, value) || is_alias(context, scope, name, value) ||
         is_type(tree, context.names, value);
}

std::string enum_member(Context& context, ExprId value) {
  return value && is_literal_display(context.tree, value) ? context.text(value) : "...";
}

// Dunder and sunder names of an enum are no members.
bool is_member_name(const std::string& name) {
  return !(name.size() > 2 && name.starts_with("_") && name.ends_with("_"));
}

void add_line(Context& context, std::string line, Items& out) {
  out.push_back(context.item(Item::Kind::kVariable, {std::move(line)}));
}

std::string declaration(Context& context, const Scope& scope, const std::string& name,
                        ExprId value) {
  bool is_member = scope.is_enum && is_member_name(name);
  if (value && keeps_value(context, scope, name, value)) {
    return concat(name, " = ", context.text(value));
  }
  if (is_member) return concat(name, " = ", enum_member(context, value));
  return concat(name, ": ", type_of(context, value));
}

// What stands behind the annotation.
std::string annotated_value(Context& context, const Scope& scope, const AnnAssign& node) {
  std::string annotation = last_name(context.tree, node.annotation);
  if (!node.value) return "";
  bool is_final = annotation == "Final" && is_literal(context.tree, node.value);
  bool is_field = scope.is_class && calls(context.tree, node.value, kFields);
  if (annotation == "TypeAlias" || is_final || is_field) {
    return concat(" = ", context.text(node.value));
  }
  return scope.is_class ? " = ..." : "";
}

}  // namespace

std::vector<Binding> bindings(const Tree& tree, ExprId target, ExprId value) {
  const std::vector<ExprId>* targets = nullptr;
  if (const auto* tuple = get<Tuple>(tree, target)) targets = &tuple->elements;
  if (const auto* list = get<List>(tree, target)) targets = &list->elements;
  if (const auto* starred = get<Starred>(tree, target)) {
    return bindings(tree, starred->value, ExprId{});
  }
  if (!targets) return {{target, value}};
  const auto* values = value ? get<Tuple>(tree, value) : nullptr;
  auto is_starred = [&](ExprId id) { return get<Starred>(tree, id) != nullptr; };
  bool pairs = values && values->elements.size() == targets->size() &&
               std::none_of(targets->begin(), targets->end(), is_starred) &&
               std::none_of(values->elements.begin(), values->elements.end(), is_starred);
  std::vector<Binding> result;
  for (size_t i = 0; i < targets->size(); ++i) {
    ExprId part = pairs ? values->elements[i] : ExprId{};
    for (const Binding& inner : bindings(tree, (*targets)[i], part)) result.push_back(inner);
  }
  return result;
}

void add_assignment(Context& context, Scope& scope, ExprId target, ExprId value, Items& out) {
  for (const Binding& pair : bindings(context.tree, target, value)) {
    const auto* name = get<Name>(context.tree, pair.target);
    if (!name || !scope.declare(name->id)) continue;
    if (scope.is_class && calls(context.tree, pair.value, {"property"})) {
      std::string head = concat("def ", name->id, "(self)");
      out.push_back(context.item(Item::Kind::kFunction, {"@property", head}));
      continue;
    }
    // `__hash__ = None` contradicts `object` to a type checker, which infers it from `__eq__`.
    if (scope.is_class && name->id == "__hash__") continue;
    add_line(context, declaration(context, scope, name->id, pair.value), out);
  }
}

void add_annotated(Context& context, Scope& scope, const AnnAssign& node, Items& out) {
  const auto* name = get<Name>(context.tree, node.target);
  if (!name || !scope.declare(name->id)) return;
  std::string annotation = context.text(node.annotation);
  std::string value = annotated_value(context, scope, node);
  bool is_bare_final = last_name(context.tree, node.annotation) == "Final" && value.empty();
  if (is_bare_final && node.value) annotation += concat("[", type_of(context, node.value), "]");
  add_line(context, concat(name->id, ": ", annotation, value), out);
}

void add_unknown(Context& context, Scope& scope, const std::string& name, Items& out) {
  if (!scope.declare(name)) return;
  add_line(context, declaration(context, scope, name, ExprId{}), out);
}

}  // namespace parc::stub
