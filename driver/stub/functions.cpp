#include <algorithm>

#include "driver/stub/declarations.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

constexpr size_t kLongestDefault = 60;

std::string default_text(Context& context, ExprId value) {
  std::string_view text = context.source(context.tree[value].range);
  bool is_short = text.size() <= kLongestDefault && text.find('\n') == std::string_view::npos;
  return is_literal(context.tree, value) && is_short ? std::string(text) : "...";
}

std::string parameter_text(Context& context, const Parameter& parameter) {
  std::string text = parameter.name;
  if (parameter.kind == ParameterKind::kVarArgs) text = concat("*", text);
  if (parameter.kind == ParameterKind::kKwArgs) text = concat("**", text);
  if (parameter.annotation) text += concat(": ", context.text(parameter.annotation));
  if (!parameter.default_value) return text;
  std::string_view equals = parameter.annotation ? " = " : "=";
  return concat(text, equals, default_text(context, parameter.default_value));
}

std::string parameters_text(Context& context, const Parameters& parameters) {
  std::vector<std::string> parts;
  bool positional_only = false, starred = false;
  for (const Parameter& parameter : parameters.all) {
    bool ends_positional = positional_only && parameter.kind != ParameterKind::kPositionalOnly;
    if (ends_positional) parts.push_back("/");
    positional_only = parameter.kind == ParameterKind::kPositionalOnly;
    if (parameter.kind == ParameterKind::kKeywordOnly && !starred) parts.push_back("*");
    starred |=
        parameter.kind == ParameterKind::kVarArgs || parameter.kind == ParameterKind::kKeywordOnly;
    parts.push_back(parameter_text(context, parameter));
  }
  if (positional_only) parts.push_back("/");
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

bool is_overload(const Tree& tree, const FunctionDef& node) {
  return std::any_of(node.decorators.begin(), node.decorators.end(),
                     [&](ExprId decorator) { return last_name(tree, decorator) == "overload"; });
}

// `@x.setter` and its kin: another half of the same name.
bool adds_to_its_name(const Tree& tree, const FunctionDef& node) {
  return std::any_of(node.decorators.begin(), node.decorators.end(), [&](ExprId decorator) {
    return get<Attribute>(tree, decorator) && root_name(tree, decorator) == node.name;
  });
}

// A second function of one name stands for the first, which may be a choice of `if` or `try`; that
// behind overloads is their body.
bool is_declared(const Tree& tree, Scope& scope, const FunctionDef& node) {
  if (is_overload(tree, node)) {
    scope.bound.insert(node.name);
    return scope.overloaded.insert(node.name), true;
  }
  if (scope.overloaded.contains(node.name)) return false;
  return scope.declare(node.name) || adds_to_its_name(tree, node);
}

}  // namespace

void add_function(Context& context, Scope& scope, const FunctionDef& node, Items& out) {
  if (!is_declared(context.tree, scope, node)) return;
  std::vector<std::string> lines;
  for (ExprId decorator : node.decorators) lines.push_back(concat("@", context.text(decorator)));
  // Without its body, an async generator is an ordinary function that gives an async iterator.
  std::string head = node.is_async && !node.is_generator ? "async def " : "def ";
  head += node.name;
  if (node.type_parameters) head += context.text(*node.type_parameters);
  head += concat("(", parameters_text(context, node.parameters), ")");
  if (node.returns) head += concat(" -> ", context.text(node.returns));
  lines.push_back(head);
  out.push_back(context.item(Item::Kind::kFunction, std::move(lines)));
}

}  // namespace parc::stub
