#include "driver/driver.h"

#include <filesystem>

#include "driver/guarded.h"
#include "driver/outputs.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "driver/stub_file.h"
#include "frontend/syntax/dump.h"
#include "ir/ir.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

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

std::string stub_path(const std::string& path, const Options& options) {
  if (!options.output.empty()) return options.output;
  std::string beside = stub_beside(path);
  if (options.out_dir.empty()) return beside;
  std::error_code ignored;  // what is wrong with the folder shows when the file is written
  fs::create_directories(options.out_dir, ignored);
  return (fs::path(options.out_dir) / fs::path(beside).filename()).string();
}

// The stub of a module that was just written.
bool add_stub(Compilation& work, const std::string& target) {
  if (!is_foreign_stub(target)) {
    return write_stub_file(*work.tree, work.path, stub::Subject::kModule, target, work.report);
  }
  work.report.diagnostics
      .emit_global(Diag::kForeignStub, concat("parc did not write ", target, " and leaves it"))
      .note("type checkers read it for the module; remove it to get parc's, or say --no-stub");
  return true;
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
    cpp::Printed printed = generate(work, home_path(path, output, options));
    std::optional<std::string> module = make_module(work, printed);
    if (!module || !write_module(work, *module, output)) return false;
    return !options.stub || options.record || add_stub(work, stub_beside(output));
  });
}

bool write_stub(const std::string& path, const Options& options, Report& report) {
  return guarded(path, report, [&] {
    Compilation work(path, options, report);
    if (!read_and_parse(work) || report.diagnostics.has_errors()) return false;
    std::string target = stub_path(path, options);
    if (is_foreign_stub(target)) {
      report.diagnostics
          .emit_global(Diag::kUnwritable, concat("cannot write ", target,
                                                 ": parc did not write the one that is there"))
          .note("remove it, or choose another place with -o");
      return false;
    }
    return write_stub_file(*work.tree, path, stub::Subject::kSource, target, report);
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
