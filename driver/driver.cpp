#include "driver/driver.h"

#include "driver/guarded.h"
#include "driver/outputs.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "frontend/syntax/dump.h"
#include "ir/ir.h"

namespace parc::driver {
namespace {

bool emit_native(Compilation& work, native::Output output, std::string& text) {
  if (!has_tools(work.options, work.report.diagnostics)) return false;
  std::optional<std::string> made =
      compile_text(work, generate(work, output_path(work.path, work.options)), output);
  if (made) text = std::move(*made);
  return made.has_value();
}

bool emit_stage(Compilation& work, Stage stage, std::string& text) {
  if (!read_and_parse(work)) return false;
  if (stage == Stage::kMasked || stage == Stage::kSyntax) {
    text = stage == Stage::kMasked ? work.tree->masked_text : syntax::dump(*work.tree);
    return true;
  }
  check_types(work);
  prove(work);
  if (stage == Stage::kIr) {
    text = work.options.after_pass.empty() ? ir::dump(work.module) : work.dump_after_pass;
    return true;
  }
  if (work.report.diagnostics.has_errors()) return false;
  switch (stage) {
    case Stage::kCpp:
      text = generate(work, output_path(work.path, work.options)).text;
      return true;
    case Stage::kLlvm:
      return emit_native(work, native::Output::kLlvm, text);
    case Stage::kAssembly:
      return emit_native(work, native::Output::kAssembly, text);
    case Stage::kObject:
      return emit_native(work, native::Output::kObject, text);
    case Stage::kMasked:
    case Stage::kSyntax:
    case Stage::kIr:
      break;
  }
  return false;
}

}  // namespace

bool check(const std::string& path, const Options& options, Report& report) {
  return guarded(path, report, [&] {
    PhaseTimer timer(report, "total");
    Compilation work(path, options, report);
    if (!analyse(work)) return false;
    // Which checks stay in the loops is known when their code is.
    if (options.explain && !report.diagnostics.has_errors()) {
      generate(work, output_path(path, options));
    }
    return true;
  });
}

bool compile(const std::string& path, const Options& options, Report& report) {
  return guarded(path, report, [&] {
    PhaseTimer timer(report, "total");
    Compilation work(path, options, report);
    if (!analyse(work) || !can_make_module(work)) return false;
    std::string output = output_path(path, options);
    cpp::Printed printed = generate(work, output);
    std::optional<std::string> module = make_module(work, printed);
    return module && write_module(work, *module, output);
  });
}

bool emit(const std::string& path, Stage stage, const Options& options, Report& report,
          std::string& text) {
  return guarded(path, report, [&] {
    Compilation work(path, options, report);
    return emit_stage(work, stage, text);
  });
}

}  // namespace parc::driver
