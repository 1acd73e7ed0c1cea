// The dispatch of the commands, what they share, and the two that only tell: version and help.
#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/versions.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

int run_version() {
  print_output(driver::versions());
  return kDone;
}

int run_help(const Invocation& invocation) {
  if (invocation.arguments.empty()) {
    print_output(help_text());
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
  print_output(help_text(*command));
  return kDone;
}

}  // namespace

driver::Options driver_options(const Invocation& invocation) {
  driver::Options options = driver::options_from_environment();
  options.python_here = invocation.host.check_syntax;
  options.native.cpu = invocation.value("cpu", "native");
  options.output = invocation.value("output");
  options.out_dir = invocation.value("out-dir");
  options.after_pass = invocation.value("after");
  options.explain = invocation.has("explain-loops") || invocation.has("report") ||
                    invocation.has("html") || invocation.value("format") == "html";
  options.record = invocation.has("record");
  options.stub = !invocation.has("no-stub");
  options.beside = invocation.has("beside-source");
  return options;
}

int status_of(const driver::Report& report, bool ok) {
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    bool ours = diagnostic.kind == Diag::kInternal || diagnostic.kind == Diag::kCompilerFailed ||
                diagnostic.kind == Diag::kLinkerFailed;
    if (ours) return kInternal;
  }
  return ok ? kDone : kErrors;
}

int fail_usage(const Invocation& invocation, Diag kind, const std::string& message,
               const std::string& note) {
  driver::Report report;
  DiagnosticBuilder builder = report.diagnostics.emit_global(kind, message);
  if (!note.empty()) builder.note(note);
  print_diagnostics(report, has_color(invocation));
  return kUsage;
}

int fail_unknown_cpu(const Invocation& invocation) {
  return fail_usage(
      invocation, Diag::kUsage, concat("--cpu cannot be ", invocation.value("cpu")),
      "it is native, portable, x86-64-v2, x86-64-v3, x86-64-v4 or a CPU that LLVM knows");
}

int run(const std::vector<std::string>& words, const Host& host) {
  UsageError error;
  std::optional<Invocation> parsed = parse(words, error);
  if (!parsed) {
    return fail_usage({}, error.unknown_name ? Diag::kUnknownOption : Diag::kUsage, error.message,
                      error.note);
  }
  parsed->host = host;
  const Invocation& invocation = *parsed;
  if (invocation.has("help")) {
    print_output(help_text(invocation.command));
    return kDone;
  }
  switch (invocation.command) {
    case Command::kCompile:
    case Command::kCheck:
      return run_compile_or_check(invocation);
    case Command::kStub:
      return run_stub(invocation);
    case Command::kSuggest:
      return run_suggest(invocation);
    case Command::kEmit:
      return run_emit(invocation);
    case Command::kExplain:
      return run_explain(invocation);
    case Command::kRace:
      return run_race(invocation);
    case Command::kRun:
      return run_script(invocation);
    case Command::kCache:
      return run_cache(invocation);
    case Command::kClean:
      return run_clean(invocation);
    case Command::kConfig:
      return run_config(invocation);
    case Command::kVersion:
      return run_version();
    case Command::kHelp:
      return run_help(invocation);
  }
  return kUsage;
}

}  // namespace parc::cli
