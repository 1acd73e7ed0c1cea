#include "ir/analysis/analysis.h"

#include "ir/analysis/dependence.h"
#include "ir/analysis/sharing.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {

FunctionFacts analyze(const Module& module, const Effects& effects, FunctionId id,
                      Diagnostics& diagnostics) {
  const Function& function = module[id];
  std::vector<StmtId> loops;
  walk_stmts(function, function.body, [&](StmtId stmt) {
    const Loop* loop = stmt_if<Loop>(function, stmt);
    if (loop && loop->par) loops.push_back(stmt);
  });
  FunctionFacts facts;
  if (loops.empty()) return facts;
  AnalysisContext context(module, effects, id);
  for (StmtId loop : loops) facts.emplace(loop, analyze_loop(context, loop, diagnostics));
  return facts;
}

LoopFacts analyze_loop(const AnalysisContext& context, StmtId loop, Diagnostics& diagnostics) {
  LoopFacts facts = analyze_sharing(context, loop, diagnostics);
  prove_elements(context, facts, diagnostics);
  return facts;
}

ModuleFacts analyze(const Module& module, Diagnostics& diagnostics) {
  Effects effects(module);
  ModuleFacts facts;
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    facts.emplace(FunctionId{id}, analyze(module, effects, FunctionId{id}, diagnostics));
  }
  return facts;
}

}  // namespace parc::ir
