// What the generated module says about itself, and its C++ text.
#include "driver/build_info.h"
#include "driver/loop_code.h"
#include "driver/module_note.h"
#include "driver/outputs.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

void warn_of_large_functions(const lower::Program& program, Diagnostics& diagnostics) {
  for (const lower::CDeclaration& declaration : program.declarations) {
    const auto* function = std::get_if<lower::CFunction>(&declaration);
    if (!function || function->hint != lower::FunctionHint::kLarge) continue;
    diagnostics
        .emit(Diag::kNotOptimised, function->origin,
              "this is too large to be optimised, and compiled as it stands")
        .note("write the repetition as a loop, or split the work into several loops");
  }
}

lower::ModuleInfo common_info(const Compilation& work) {
  lower::ModuleInfo info;
  info.python = kPythonVersion;
  info.cpu_features = native::used_features(work.options.native);
  info.parc_version = kVersion;
  info.record = work.options.record;
  return info;
}

// A module that runs its source text, and finds its files from where it is.
lower::ModuleInfo file_info(const Compilation& work, const std::string& output) {
  lower::ModuleInfo info = common_info(work);
  info.source_path = relative_source(work.path, output);
  info.masked_source = work.tree->masked_text;
  info.source_hash = work.source_hash;
  for (const auto& [path, hash] : work.imports->hashes()) {
    info.imported.push_back({relative_source(path, output), hash});
  }
  for (uint32_t id = 0; id < work.report.sources.size(); ++id) {
    info.file_names[id] = relative_source(work.report.sources.file(FileId{id}).path(), output);
  }
  return info;
}

// A kernel knows its files by number: the same text in other places is the same kernel.
lower::ModuleInfo kernel_info(const Compilation& work) {
  lower::ModuleInfo info = common_info(work);
  info.is_kernel = true;
  for (uint32_t id = 0; id < work.report.sources.size(); ++id) {
    info.file_names[id] = concat("<", id, ">");
  }
  info.source_path = info.file_names[work.tree->file.value];
  return info;
}

}  // namespace

cpp::Printed generate(Compilation& work, const std::string& output) {
  const lower::ModuleInfo info = work.kernel ? kernel_info(work) : file_info(work, output);
  std::optional<lower::Program> program;
  {
    PhaseTimer timer(work.report, "legalize");
    program = lower::legalize(work.module, work.facts, work.report.sources, info);
  }
  warn_of_large_functions(*program, work.report.diagnostics);
  PhaseTimer timer(work.report, "print");
  bool explain = work.options.explain;
  if (explain) explain_checks(work.report, *program);
  // Remarks have lines of the text.
  cpp::Printed printed =
      cpp::print(*program, explain ? cpp::LineDirectives::kNo : cpp::LineDirectives::kYes);
  printed.text += module_note_text(std::string(kVersion));
  return printed;
}

}  // namespace parc::driver
