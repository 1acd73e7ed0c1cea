#include "driver/phases.h"

#include <filesystem>

#include "driver/build_info.h"
#include "driver/loop_code.h"
#include "driver/module_note.h"
#include "driver/outputs.h"
#include "driver/phase_timer.h"
#include "driver/read_source.h"
#include "frontend/check/check.h"
#include "frontend/syntax/syntax.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

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

}  // namespace

bool read_and_parse(Compilation& work) {
  PhaseTimer timer(work.report, "parse");
  std::optional<SourceRead> read =
      read_source(work.path, work.report.sources, work.report.diagnostics);
  if (!read) return false;
  work.source_hash = std::move(read->hash);
  work.name = module_name(work.path, work.options);
  work.tree = syntax::parse(work.report.sources, read->file, work.report.diagnostics);
  return true;
}

void check_types(Compilation& work) {
  PhaseTimer timer(work.report, "check");
  Report& report = work.report;
  work.imports = std::make_unique<Imports>(work.path, report.sources, report.diagnostics);
  auto find = [&](const std::string& module, int level) {
    return work.imports->find(module, level);
  };
  work.module = check::check(*work.tree, work.name, report.sources, find, report.diagnostics);
}

cpp::Printed generate(Compilation& work, const std::string& output) {
  lower::ModuleInfo info;
  info.source_path = relative_source(work.path, output);
  info.masked_source = work.tree->masked_text;
  info.source_hash = work.source_hash;
  for (const auto& [path, hash] : work.imports->hashes()) {
    info.imported.push_back({relative_source(path, output), hash});
  }
  info.python = kPythonVersion;
  info.cpu_features = native::used_features(work.options.native);
  info.parc_version = kVersion;
  info.record = work.options.record;
  for (uint32_t id = 0; id < work.report.sources.size(); ++id) {
    info.file_names[id] = relative_source(work.report.sources.file(FileId{id}).path(), output);
  }
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

std::optional<std::string> compile_text(Compilation& work, const cpp::Printed& printed,
                                        native::Output output) {
  PhaseTimer timer(work.report, "compile");
  native::Options options = work.options.native;
  options.loop_remarks = work.options.explain;
  native::Compiled made = native::compile(printed.text, work.name + ".cpp", output, options);
  if (made.ok && work.options.explain) {
    explain_machine_loops(work.report, printed.loops, made.remarks);
  }
  if (made.ok) return std::move(made.bytes);
  std::string compiler = options.compiler.empty() ? "the clang inside" : options.compiler;
  DiagnosticBuilder builder = work.report.diagnostics.emit_global(
      Diag::kCompilerFailed, concat(compiler, " refuses the code that parc made of ", work.path));
  if (!made.log.empty()) builder.note(made.log);
  if (options.compiler.empty()) builder.note(kHowToReport);
  return std::nullopt;
}

bool write_module(Compilation& work, const std::string& object, const std::string& output) {
  PhaseTimer timer(work.report, "link");
  std::error_code ignored;  // what is wrong with the folder shows when the files are written
  if (!work.options.out_dir.empty()) fs::create_directories(work.options.out_dir, ignored);
  RuntimeCopy copy = copy_openmp(output, work.options, work.report);
  if (copy == RuntimeCopy::kFailed) return false;
  std::string openmp = (fs::path(output).parent_path() / native::kOpenmpLibrary).string();
  native::Linked linked = native::link(object, output, work.options.native);
  if (!linked.ok) {
    if (copy == RuntimeCopy::kMade) fs::remove(openmp);
    work.report.diagnostics.emit_global(linked.unwritable ? Diag::kUnwritable : Diag::kLinkerFailed,
                                        concat("cannot write ", output, ": ", linked.log));
    return false;
  }
  work.report.written.push_back(output);
  if (copy == RuntimeCopy::kMade) work.report.written.push_back(openmp);
  return true;
}

}  // namespace parc::driver
