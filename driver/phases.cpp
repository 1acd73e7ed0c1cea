#include "driver/phases.h"

#include <filesystem>

#include "codegen/native/temporary_file.h"
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

}  // namespace

bool read_and_parse(Compilation& work) {
  PhaseTimer timer(work.report, "parse");
  Report& report = work.report;
  std::optional<SourceRead> read =
      work.kernel
          ? take_text(work.path, work.kernel->source.text, report.sources, report.diagnostics)
          : read_source(work.path, report.sources, report.diagnostics);
  if (!read) return false;
  work.source_hash = std::move(read->hash);
  work.name = work.kernel ? kKernelName : module_name(work.path, work.options);
  work.tree = syntax::parse(work.report.sources, read->file, work.report.diagnostics);
  return true;
}

void check_types(Compilation& work) {
  PhaseTimer timer(work.report, "check");
  Report& report = work.report;
  work.imports = std::make_unique<Imports>(work.path, report.sources, report.diagnostics);
  check::Requests requests;
  if (work.kernel) {
    work.imports->provide(work.kernel->imports);
    requests = {{work.kernel->function}, work.kernel->loops};
  }
  auto find = [&](const std::string& module, int level) {
    return work.imports->find(module, level);
  };
  work.module =
      check::check(*work.tree, work.name, report.sources, find, requests, report.diagnostics);
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

std::optional<std::string> make_module(Compilation& work, const cpp::Printed& printed) {
  std::optional<std::string> object = compile_text(work, printed, native::Output::kObject);
  if (!object) return std::nullopt;
  PhaseTimer timer(work.report, "link");
  native::Linked linked = native::link(*object, work.options.native);
  if (linked.ok) return std::move(linked.bytes);
  work.report.diagnostics.emit_global(Diag::kLinkerFailed,
                                      concat("cannot link ", work.path, ": ", linked.log));
  return std::nullopt;
}

bool write_module(Compilation& work, const std::string& module, const std::string& output) {
  PhaseTimer timer(work.report, "write");
  std::error_code ignored;  // what is wrong with the folder shows when the files are written
  if (!work.options.out_dir.empty()) fs::create_directories(work.options.out_dir, ignored);
  RuntimeCopy copy = copy_openmp(output, work.options, work.report);
  if (copy == RuntimeCopy::kFailed) return false;
  std::string openmp = (fs::path(output).parent_path() / native::kOpenmpLibrary).string();
  std::string log;
  if (!native::write_file(output, module, log)) {
    if (copy == RuntimeCopy::kMade) fs::remove(openmp, ignored);
    work.report.diagnostics.emit_global(Diag::kUnwritable,
                                        concat("cannot write ", output, ": ", log));
    return false;
  }
  work.report.written.push_back(output);
  if (copy == RuntimeCopy::kMade) work.report.written.push_back(openmp);
  return true;
}

}  // namespace parc::driver
