#include "frontend/check/calls.h"

#include "frontend/check/expressions.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using syntax::ExprId;

// The arguments of a call that is refused are looked at all the same, for their own mistakes.
void check_arguments(Context& c, const syntax::Call& node) {
  for (ExprId arg : node.args) check_expr(c, arg);
  for (const syntax::Keyword& keyword : node.keywords) check_expr(c, keyword.value);
}

Value call_local(Context& c, const CallSite& site, ExprId callee) {
  Value value = check_expr(c, callee);
  if (is_error(c, value)) return make_error(c, site.range);
  c.diagnostics
      .emit(Diag::kNotCallable, site.range, concat(spell(c, value.type), " cannot be called"))
      .label(value.range, spell(c, value.type));
  return make_error(c, site.range);
}

}  // namespace

Value wrong_arguments(Context& c, const CallSite& site, std::string message) {
  c.diagnostics.emit(Diag::kWrongArguments, site.range, std::move(message));
  return make_error(c, site.range);
}

Value unsupported_call(Context& c, const CallSite& site, std::string message, std::string note) {
  auto diagnostic = c.diagnostics.emit(Diag::kUnsupportedCall, site.range, std::move(message));
  if (!note.empty()) diagnostic.note(std::move(note));
  return make_error(c, site.range);
}

std::optional<std::vector<Value>> positional(Context& c, const CallSite& site,
                                             const std::string& name) {
  for (const syntax::Keyword& keyword : site.node->keywords) {
    c.diagnostics.emit(Diag::kWrongArguments, keyword.range,
                       concat(name, " takes no keyword arguments here"));
    return std::nullopt;
  }
  Operands operands(c);
  for (ExprId arg : site.node->args) operands.add([&] { return check_expr(c, arg); });
  for (const Value& value : operands.values()) {
    if (is_error(c, value)) return std::nullopt;
  }
  return operands.values();
}

Value check_call(Context& c, ExprId id) {
  const auto& node = *syntax::get<syntax::Call>(c.tree(), id);
  CallSite site{id, &node, range_of(c, id)};
  Symbol symbol = resolve(c, node.callee);
  switch (symbol.kind) {
    case SymbolKind::kLibrary:
      return call_library(c, site, symbol.path);
    case SymbolKind::kFunction:
      return call_function(c, site, symbol);
    case SymbolKind::kModule:
    case SymbolKind::kValue:
    case SymbolKind::kOther:
      if (!symbol.global) return check_global_value(c, node.callee);
      check_arguments(c, node);
      return unsupported_call(
          c, site,
          concat("calling '", symbol.global->name, "' is not supported in a native function"),
          "functions defined once with `def` at the top of a module can be called");
    case SymbolKind::kNone:
      break;
  }
  if (const auto* attribute = syntax::get<syntax::Attribute>(c.tree(), node.callee)) {
    return call_method(c, site, *attribute);
  }
  return call_local(c, site, node.callee);
}

}  // namespace parc::check
