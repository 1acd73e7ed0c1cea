// The commands that make no module: emit, explain, clean, version, help.
#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/clean.h"
#include "driver/versions.h"
#include "support/explain.h"
#include "support/spelling.h"
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

int list_codes() {
  for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
    const DiagnosticInfo& row = info(static_cast<Diag>(i));
    std::fputs(concat(row.code, "  ", row.title, "\n").c_str(), stdout);
  }
  return kDone;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
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

int run_explain(const Invocation& invocation) {
  if (invocation.arguments.empty()) return list_codes();
  for (const std::string& word : invocation.arguments) {
    std::string_view page = explain(upper(word));
    if (page.empty()) {
      std::vector<std::string> codes;
      for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
        codes.emplace_back(info(static_cast<Diag>(i)).code);
      }
      std::optional<std::string> near = nearest(upper(word), codes);
      return fail_usage(
          invocation, Diag::kUnknownCode, concat("there is no code ", word),
          near ? concat("did you mean ", *near, "?") : "`parc explain` lists all codes");
    }
    std::fputs(std::string(page).c_str(), stdout);
  }
  return kDone;
}

int run_clean(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  int status = kDone;
  for (const std::string& path : invocation.arguments) {
    driver::Report report;
    std::vector<std::string> removed;
    bool ok = driver::clean(path, options, report, removed);
    print_diagnostics(report, has_color(invocation));
    for (const std::string& file : removed) {
      if (!invocation.has("quiet")) std::fputs(concat("removed ", file, "\n").c_str(), stderr);
    }
    status = std::max(status, status_of(report, ok));
  }
  return status;
}

int run_version() {
  std::fputs(driver::versions().c_str(), stdout);
  return kDone;
}

int run_help(const Invocation& invocation) {
  if (invocation.arguments.empty()) {
    std::fputs(help_text().c_str(), stdout);
    return kDone;
  }
  const std::string& word = invocation.arguments[0];
  std::optional<Command> command = find_command(word);
  if (!command) {
    std::optional<std::string> near = nearest(word, command_names());
    return fail_usage(
        invocation, Diag::kUnknownOption, concat("parc has no command ", word),
        near ? concat("did you mean ", *near, "?") : "`parc help` lists the commands");
  }
  std::fputs(help_text(*command).c_str(), stdout);
  return kDone;
}

}  // namespace parc::cli
