// `parc compile` and `parc check`: one file after the other, one report each. Text and JSON lines
// are printed file by file, documents (SARIF, HTML) at the end.
#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/commands.h"
#include "cli/messages.h"
#include "report/html.h"
#include "report/json.h"
#include "report/sarif.h"
#include "report/text.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

struct Run {
  const Invocation& invocation;
  const driver::Options& options;
  std::string format;
  bool compiles, quiet, color;
  std::vector<driver::Report> reports;
};

void print_text(const Run& run, const driver::Report& report, const std::string& path, bool ok) {
  print_diagnostics(report, run.color);
  if (run.quiet) return;
  bool explain = run.invocation.has("explain-loops") || run.invocation.has("report");
  if (!run.compiles || explain) {
    print_error(report::render_loops(report, {.color = run.color, .explain = explain}));
  }
  for (const std::string& file : report.written) print_error(concat("wrote ", file, "\n"));
  if (!run.compiles && ok && report.loops.empty()) print_error(concat(path, ": no errors\n"));
}

int run_file(Run& run, const std::string& path) {
  driver::Report report;
  bool ok = run.compiles ? driver::compile(path, run.options, report)
                         : driver::check(path, run.options, report);
  if (ok && run.compiles) ok = write_depfile(run.invocation, report.written[0], report);
  if (run.format == "json") {
    print_output(report::render_json(report, run.options.explain));
  } else if (run.format == "text") {
    print_text(run, report, path, ok);
  }
  if (run.invocation.has("timings")) print_timings(report, path);
  int status = status_of(report, ok);
  run.reports.push_back(std::move(report));
  return status;
}

}  // namespace

int run_compile_or_check(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  if (!native::is_known_cpu(options.native.cpu)) return fail_unknown_cpu(invocation);
  Run run{invocation,
          options,
          invocation.value("format", "text"),
          invocation.command == Command::kCompile,
          invocation.has("quiet"),
          has_color(invocation),
          {}};
  int status = kDone;
  size_t count = invocation.arguments.size();
  for (size_t i = 0; i < count; ++i) {
    const std::string& path = invocation.arguments[i];
    if (count > 1 && run.format == "text" && !run.quiet) {
      print_error(concat("[", i + 1, "/", count, "] ", path, "\n"));
    }
    status = std::max(status, run_file(run, path));
  }
  if (run.format == "sarif") print_output(report::render_sarif(run.reports, options.explain));
  if (run.format == "html") print_output(report::render_html(run.reports));
  if (invocation.has("html")) {
    driver::Report written;
    if (!write_text(invocation.value("html"), report::render_html(run.reports), written)) {
      print_diagnostics(written, run.color);
      status = std::max(status, kErrors);
    }
  }
  return status;
}

}  // namespace parc::cli
