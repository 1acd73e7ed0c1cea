#include "driver/kernel.h"

#include "driver/cached_build.h"
#include "driver/guarded.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "ir/ir.h"
#include "support/internal_error.h"

namespace parc::driver {
namespace {

// Everything before the code.
bool analyse_kernel(Compilation& work) {
  if (!read_and_parse(work) || work.report.diagnostics.has_errors()) return false;
  if (const auto& code = work.kernel->outlined) {
    const std::string& function = work.kernel->function.function;
    if (!syntax::outline(*work.tree, code->what, code->begin, code->end, function)) {
      internal_error("the code to compile was not found");
    }
  }
  check_types(work);
  prove(work);
  return !work.report.diagnostics.has_errors();
}

}  // namespace

bool build_kernel(const KernelRequest& request, const Options& options, Report& report,
                  Built& built) {
  const bool ok = guarded(request.source.path, report, [&] {
    PhaseTimer timer(report, "total");
    Compilation work(request.source.path, options, report);
    work.kernel = &request;
    return has_tools(options, report.diagnostics) && analyse_kernel(work) &&
           build_cached(work, generate(work, ""), built);
  });
  if (report.sources.size() > 0) report.sources.shorten(FileId{0}, request.shown);
  return ok;
}

bool emit_kernel(const KernelRequest& request, Stage stage, const Options& options, Report& report,
                 std::string& text) {
  return guarded(request.source.path, report, [&] {
    Compilation work(request.source.path, options, report);
    work.kernel = &request;
    if (!analyse_kernel(work)) return false;
    text = stage == Stage::kIr ? ir::dump(work.module) : generate(work, "").text;
    return true;
  });
}

bool build_module(const std::string& path, const Options& options, Report& report, Built& built) {
  return guarded(path, report, [&] {
    PhaseTimer timer(report, "total");
    Compilation work(path, options, report);
    if (!analyse(work) || !can_make_module(work)) return false;
    if (work.module.entries.empty()) return true;  // nothing to be native
    return build_cached(work, generate(work, path), built);
  });
}

}  // namespace parc::driver
