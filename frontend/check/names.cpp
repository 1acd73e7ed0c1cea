#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/module_constants.h"
#include "frontend/check/symbols.h"
#include "frontend/check/variables.h"
#include "ir/builtins.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

Value unsupported(Context& c, SourceRange range, std::string message, std::string note) {
  c.diagnostics.emit(Diag::kUnsupportedExpression, range, std::move(message)).note(std::move(note));
  return make_error(c, range);
}

Value unknown_name(Context& c, const std::string& name, SourceRange range) {
  auto diagnostic =
      c.diagnostics.emit(Diag::kUnknownName, range, concat("'", name, "' is not defined"));
  std::vector<std::string> candidates;
  if (c.scope) candidates = c.scope->names;
  for (const auto& [global, what] : c.module->globals) candidates.push_back(global);
  for (const char* builtin : {"range", "len", "enumerate", "reversed", "round", "float", "abs",
                              "divmod", "min", "max", "sum", "zip", "int", "bool", "complex"}) {
    candidates.push_back(builtin);
  }
  if (auto near = nearest(name, candidates)) {
    diagnostic.note(concat("did you mean '", *near, "'?")).fixit(range, *near);
  }
  return make_error(c, range);
}

}  // namespace

Value check_name(Context& c, syntax::ExprId id) {
  const std::string& name = syntax::get<syntax::Name>(c.tree(), id)->id;
  if (c.scope) {
    if (const NameId* local = c.scope->find(name)) return read_variable(c, *local, range_of(c, id));
  }
  return check_global_value(c, id);
}

Value check_global_value(Context& c, syntax::ExprId id) {
  SourceRange range = range_of(c, id);
  Symbol symbol = resolve(c, id);
  switch (symbol.kind) {
    case SymbolKind::kLibrary:
      if (std::optional<double> number = ir::find_constant(symbol.path)) {
        return make_float(c, *number, range);
      }
      if (!is_known_library(symbol.path)) {
        c.diagnostics
            .emit(Diag::kUnsupportedImport, range,
                  concat("'", symbol.path, "' is imported from what native functions do not know"))
            .note("math, NumPy and source modules beside the file can be used");
        return make_error(c, range);
      }
      return unsupported(c, range, concat("'", symbol.path, "' is not supported as a value"),
                         "it may be called, when it is a function");
    case SymbolKind::kModule:
      return unsupported(c, range, "a module is not supported as a value", "name something in it");
    case SymbolKind::kFunction:
      return unsupported(
          c, range, concat("the function '", symbol.global->name, "' is not supported as a value"),
          "call it here");
    case SymbolKind::kValue:
    case SymbolKind::kOther:
      if (symbol.global) return check_module_constant(c, *symbol.module, *symbol.global, range);
      break;
    case SymbolKind::kNone:
      break;
  }
  if (const auto* name = syntax::get<syntax::Name>(c.tree(), id)) {
    return unknown_name(c, name->id, range);
  }
  const auto* attribute = syntax::get<syntax::Attribute>(c.tree(), id);
  auto diagnostic = c.diagnostics.emit(Diag::kUnknownName, attribute->name_range,
                                       concat("the module has no '", attribute->name, "'"));
  if (symbol.module) {
    std::vector<std::string> candidates;
    for (const auto& [global, what] : symbol.module->globals) candidates.push_back(global);
    if (auto near = nearest(attribute->name, candidates)) {
      diagnostic.note(concat("did you mean '", *near, "'?"));
    }
  }
  return make_error(c, range);
}

}  // namespace parc::check
