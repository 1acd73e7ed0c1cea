// `parc emit`: the text of a stage.
#include <algorithm>
#include <utility>

#include "cli/commands.h"
#include "cli/messages.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

driver::Stage stage_of(const std::string& name) {
  if (name == "masked") return driver::Stage::kMasked;
  if (name == "syntax") return driver::Stage::kSyntax;
  if (name == "ir") return driver::Stage::kIr;
  if (name == "llvm") return driver::Stage::kLlvm;
  if (name == "asm") return driver::Stage::kAssembly;
  if (name == "object") return driver::Stage::kObject;
  return driver::Stage::kCpp;
}

}  // namespace

int run_emit(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  if (!native::is_known_cpu(options.native.cpu)) return fail_unknown_cpu(invocation);
  const std::string stage = invocation.value("stage", options.after_pass.empty() ? "cpp" : "ir");
  if (options.native.cpu == native::kPortable && (stage == "asm" || stage == "object")) {
    return fail_usage(invocation, Diag::kUsage,
                      concat("--cpu=portable has three versions of the ", stage, " stage"),
                      "name one of them, such as --cpu=x86-64-v3");
  }
  std::string output = std::exchange(options.output, "");
  std::vector<std::string> passes = driver::pass_names();
  const std::string& after = options.after_pass;
  if (!after.empty() && std::find(passes.begin(), passes.end(), after) == passes.end()) {
    std::string known;
    for (const std::string& pass : passes) known += (known.empty() ? "" : ", ") + pass;
    return fail_usage(invocation, Diag::kUsage, concat("there is no pass ", after),
                      concat("the passes are ", known));
  }
  driver::Report report;
  std::string text;
  bool ok = driver::emit(invocation.arguments[0], stage_of(stage), options, report, text);
  if (!text.empty() || ok) ok = write_text(output, text, report) && ok;
  if (ok) ok = write_depfile(invocation, output, report);
  print_diagnostics(report, has_color(invocation));
  return status_of(report, ok);
}

}  // namespace parc::cli
