#include "frontend/check/jit_decorator.h"

#include <algorithm>

#include "frontend/check/symbols.h"

namespace parc::check {
namespace {

constexpr std::string_view kCompilerOptions[] = {"cpu", "cache", "force"};

}  // namespace

bool is_undecorated_or_jitted(Program& program, const ModuleScope& module,
                              const syntax::FunctionDef& node) {
  return std::all_of(node.decorators.begin(), node.decorators.end(), [&](syntax::ExprId id) {
    if (const auto* call = syntax::get<syntax::Call>(*module.tree, id)) id = call->callee;
    const Symbol symbol = resolve(program, module, nullptr, id);
    return symbol.kind == SymbolKind::kLibrary && symbol.path == "parc.jit";
  });
}

bool is_jitted(Program& program, const ModuleScope& module, const syntax::FunctionDef& node) {
  return !node.decorators.empty() && is_undecorated_or_jitted(program, module, node);
}

std::vector<const syntax::Keyword*> jit_loop_options(const SourceFunction& function) {
  std::vector<const syntax::Keyword*> options;
  for (syntax::ExprId id : function.node->decorators) {
    const auto* call = syntax::get<syntax::Call>(*function.module->tree, id);
    if (!call) continue;
    for (const syntax::Keyword& keyword : call->keywords) {
      const auto* end = std::end(kCompilerOptions);
      if (std::find(std::begin(kCompilerOptions), end, keyword.name) != end) continue;
      options.push_back(&keyword);
    }
  }
  return options;
}

}  // namespace parc::check
