// The passes over the IR and the independence test.
#include <cstdlib>

#include "driver/loop_reports.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "driver/python_check.h"
#include "ir/analysis/analysis.h"
#include "ir/ir.h"
#include "ir/passes/passes.h"

namespace parc::driver {
namespace {

// What --after takes for the module as the checker made it.
constexpr char kBeforePasses[] = "check";

bool verifies() {
#ifdef PARC_VERIFY_IR
  return true;
#else
  const char* variable = std::getenv("PARC_VERIFY_IR");
  return variable && *variable && *variable != '0';
#endif
}

}  // namespace

void run_passes(Compilation& work) {
  ir::PassOptions passes;
  passes.verify = verifies();
  passes.after = [&](std::string_view pass, const ir::Module& module) {
    if (pass == work.options.after_pass) work.dump_after_pass = ir::dump(module);
  };
  if (work.options.after_pass == kBeforePasses) work.dump_after_pass = ir::dump(work.module);
  ir::run_passes(work.module, passes);
}

void prove(Compilation& work) {
  PhaseTimer timer(work.report, "prove");
  run_passes(work);
  Diagnostics refusals;  // of a recorded module, whose loops run in serial order
  work.facts = ir::analyze(work.module, work.options.record ? refusals : work.report.diagnostics);
  work.report.loops = loop_reports(*work.tree, work.module, work.facts, work.report.diagnostics,
                                   work.kernel ? Coverage::kModule : Coverage::kSource);
}

bool analyse(Compilation& work) {
  if (!read_and_parse(work)) return false;
  // CPython's answer on a file that has errors already would only repeat them.
  const bool parsed = !work.report.diagnostics.has_errors();
  std::optional<PythonCheck> python;
  if (parsed) python.emplace(work.options, work.tree->masked_text);
  check_types(work);
  // What is left of a file with mistakes in its syntax shows nothing about its loops.
  if (parsed) prove(work);
  return !python || python->accepts(work.report.sources, work.tree->file, work.report.diagnostics);
}

std::vector<std::string> pass_names() {
  std::vector<std::string> names = {kBeforePasses};
  for (std::string_view name : ir::pass_names()) names.emplace_back(name);
  return names;
}

}  // namespace parc::driver
