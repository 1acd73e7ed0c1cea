// `parc compile` and `parc check`: one file after the other, one report each.
#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/messages.h"
#include "report/json.h"
#include "report/text.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

struct FileRun {
  const Invocation& invocation;
  const driver::Options& options;
  bool compiles, json, quiet, color;
};

void print_text(const FileRun& run, const driver::Report& report, const std::string& path,
                bool ok) {
  print_diagnostics(report, run.color);
  if (run.quiet) return;
  bool explain = run.options.explain;
  if (!run.compiles || explain) {
    print_error(report::render_loops(report, {.color = run.color, .explain = explain}));
  }
  for (const std::string& file : report.written) print_error(concat("wrote ", file, "\n"));
  if (!run.compiles && ok && report.loops.empty()) print_error(concat(path, ": no errors\n"));
}

int run_file(const FileRun& run, const std::string& path) {
  driver::Report report;
  bool ok = run.compiles ? driver::compile(path, run.options, report)
                         : driver::check(path, run.options, report);
  if (run.json) {
    std::fputs(report::render_json(report, run.options.explain).c_str(), stdout);
    std::fflush(stdout);
  } else {
    print_text(run, report, path, ok);
  }
  if (run.invocation.has("timings")) print_timings(report, path);
  return status_of(report, ok);
}

}  // namespace

int run_compile_or_check(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  if (!native::is_known_cpu(options.native.cpu)) {
    return fail_usage(invocation, Diag::kUsage, concat("--cpu cannot be ", options.native.cpu),
                      "it is native, x86-64-v2, x86-64-v3, x86-64-v4 or a CPU that LLVM knows");
  }
  FileRun run{invocation,
              options,
              invocation.command == Command::kCompile,
              invocation.value("format") == "json",
              invocation.has("quiet"),
              has_color(invocation)};
  int status = kDone;
  size_t count = invocation.arguments.size();
  for (size_t i = 0; i < count; ++i) {
    const std::string& path = invocation.arguments[i];
    if (count > 1 && !run.json && !run.quiet) {
      print_error(concat("[", i + 1, "/", count, "] ", path, "\n"));
    }
    status = std::max(status, run_file(run, path));
  }
  return status;
}

}  // namespace parc::cli
