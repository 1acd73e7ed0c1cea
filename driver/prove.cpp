// The passes over the IR and the independence test.
#include <cstdlib>

#include "driver/loop_reports.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "ir/analysis/analysis.h"
#include "ir/ir.h"

namespace parc::driver {
namespace {

bool verifies() {
#ifdef PARC_VERIFY_IR
  return true;
#else
  const char* variable = std::getenv("PARC_VERIFY_IR");
  return variable && *variable && *variable != '0';
#endif
}

}  // namespace

bool prove(Compilation& work) {
  PhaseTimer timer(work.report, "prove");
  if (verifies()) ir::verify(work.module);
  work.facts = ir::analyze(work.module, work.report.diagnostics);
  work.report.loops = loop_reports(*work.tree, work.module, work.facts, work.report.diagnostics);
  return true;
}

}  // namespace parc::driver
