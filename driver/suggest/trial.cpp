#include "driver/suggest/trial.h"

#include <algorithm>
#include <map>
#include <utility>

#include "driver/outputs.h"
#include "driver/phases.h"
#include "ir/analysis/analysis.h"
#include "ir/analysis/cost.h"
#include "ir/analysis/subject.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::driver {
namespace {

// Whether a float sum or product is among the reductions: blocks regroup it.
bool regroups_floats(const ir::Module& module, const ir::Function& function,
                     const ir::LoopFacts& facts) {
  return std::any_of(
      facts.reductions.begin(), facts.reductions.end(), [&](const ir::Reduction& reduction) {
        bool grouped =
            reduction.op == ir::ReductionOp::kSum || reduction.op == ir::ReductionOp::kProduct;
        if (!grouped || reduction.ordered) return false;
        ir::TypeId type = function[reduction.variable].type;
        if (reduction.target == ir::ReductionTarget::kElements) {
          type = ir::element_type(module.types, type);
        }
        const ir::MixedType* mixed = module.types.get<ir::MixedType>(type);
        ir::Kind kind = mixed ? mixed->carrier : module.types.kind(type);
        return ir::is_floating(kind) || ir::is_complex(kind);
      });
}

class LoopTrials {
 public:
  LoopTrials(const ir::Module& module, const std::vector<SerialLoop>& loops)
      : module_(module), effects_(module), results_(loops.size()) {
    for (size_t at = 0; at < loops.size(); ++at) {
      places_[{loops[at].header.file.value, loops[at].header.begin}] = at;
    }
  }

  std::vector<TrialResult> run() {
    for (uint32_t id = 0; id < module_.functions.size(); ++id) visit(ir::FunctionId{id});
    return std::move(results_);
  }

 private:
  void visit(ir::FunctionId id) {
    const ir::Function& function = module_[id];
    std::vector<std::pair<ir::StmtId, size_t>> found;
    ir::walk_stmts(function, function.body, [&](ir::StmtId stmt) {
      const ir::Loop* loop = ir::stmt_if<ir::Loop>(function, stmt);
      if (!loop || !loop->par) return;
      auto place = places_.find({loop->header.file.value, loop->header.begin});
      if (place != places_.end()) found.emplace_back(stmt, place->second);
    });
    if (found.empty()) return;
    ir::AnalysisContext context(module_, effects_, id);
    for (auto [stmt, at] : found) judge(context, stmt, results_[at]);
  }

  void judge(const ir::AnalysisContext& context, ir::StmtId stmt, TrialResult& result) {
    const ir::Function& function = context.function;
    const ir::Loop& loop = std::get<ir::Loop>(function[stmt].node);
    Diagnostics diagnostics;
    ir::LoopFacts facts = ir::analyze_loop(context, stmt, diagnostics);
    std::optional<int64_t> iterations = ir::most_iterations(context.ranges, loop);
    std::optional<double> cost = ir::cost_of_loop(function, context.ranges, loop);
    bool is_first = !std::exchange(result.is_checked, true);
    if (is_first || facts.verdict > result.verdict) {
      result.verdict = facts.verdict;
      result.reasons = facts.reasons;
      auto error =
          std::find_if(diagnostics.all().begin(), diagnostics.all().end(),
                       [](const Diagnostic& one) { return one.severity == Severity::kError; });
      if (error != diagnostics.all().end()) result.problem = *error;
    }
    result.regroups_floats =
        result.regroups_floats || regroups_floats(context.module, function, facts);
    // Of several instantiations, the one with the most work counts.
    if (is_first) {
      result.iterations = iterations;
      result.cost = cost;
      return;
    }
    bool bounded = result.iterations && iterations;
    result.iterations =
        bounded ? std::optional(std::max(*result.iterations, *iterations)) : std::nullopt;
    result.cost = result.cost && cost ? std::optional(std::max(*result.cost, *cost)) : std::nullopt;
  }

  const ir::Module& module_;
  ir::Effects effects_;
  std::map<std::pair<uint32_t, uint32_t>, size_t> places_;  // of the headers
  std::vector<TrialResult> results_;
};

}  // namespace

Trial try_loops(const std::string& path, const Options& options, const syntax::Tree& tree,
                const std::vector<SerialLoop>& loops, Report& report) {
  Trial trial;
  Diagnostics before = std::exchange(report.diagnostics, {});
  Compilation work(path, options, report);
  work.name = module_name(path, options);
  work.tree = tree;
  for (const SerialLoop& loop : loops) {
    bool tried = loop.obstacle.empty() && !loop.holds_par;
    if (tried) std::get<syntax::For>(work.tree->stmts[loop.stmt].node).is_par = true;
  }
  check_types(work);
  run_passes(work);
  trial.results = LoopTrials(work.module, loops).run();
  trial.diagnostics = std::exchange(report.diagnostics, std::move(before));
  return trial;
}

}  // namespace parc::driver
