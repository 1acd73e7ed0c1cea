#include "frontend/check/program.h"

#include "frontend/check/par_scan.h"
#include "frontend/check/star_imports.h"

namespace parc::check {

Context::Context(Program& all, Instance& checked, FlowFacts& known, Diagnostics& out)
    : program(all),
      instance(checked),
      module(checked.source->module),
      scope(&checked.source->scope),
      liveness(checked.source->liveness),
      facts(known),
      diagnostics(out),
      fn(checked.function),
      block(&checked.function.body),
      returned(all.module.types.never()) {
  env.names.resize(scope->size());
}

const ModuleScope& module_of(Program& program, const syntax::Tree& tree) {
  std::unique_ptr<ModuleScope>& place = program.modules[&tree];
  if (!place) {
    place = std::make_unique<ModuleScope>(scan_module(tree));
    bind_stars(program, *place);
  }
  return *place;
}

const SourceFunction& function_of(Program& program, const ModuleScope& module, syntax::StmtId def) {
  std::unique_ptr<SourceFunction>& place = program.functions[{module.tree, def}];
  if (!place) {
    auto function = std::make_unique<SourceFunction>();
    function->module = &module;
    function->def = def;
    function->node = syntax::get<syntax::FunctionDef>(*module.tree, def);
    function->scope = scope_of(*module.tree, *function->node);
    function->liveness = liveness_of(*module.tree, function->scope, *function->node);
    function->has_par = holds_par(program, *function);
    place = std::move(function);
  }
  return *place;
}

}  // namespace parc::check
