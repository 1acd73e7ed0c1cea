#include "driver/kernel.h"

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

// The sources with another text of the first.
SourceMap shown_sources(const SourceMap& sources, const std::string& text) {
  SourceMap shown;
  for (uint32_t id = 0; id < sources.size(); ++id) {
    const SourceFile& file = sources.file(FileId{id});
    shown.add(file.path(), id == 0 ? text : std::string(file.text()));
  }
  return shown;
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
  if (request.shown) report.sources = shown_sources(report.sources, *request.shown);
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

}  // namespace parc::driver
