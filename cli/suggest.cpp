// `parc suggest`: one file after the other, like `check`.
#include <algorithm>
#include <utility>

#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/suggest/suggest.h"
#include "report/json.h"
#include "report/sarif.h"
#include "support/render_text.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

struct Run {
  const Invocation& invocation;
  driver::SuggestOptions how;
  std::string format;
  bool quiet, color;
  std::vector<driver::Report> reports;
};

std::string summary(const driver::SuggestCounts& counts) {
  size_t all = counts.suggested + counts.left;
  if (all == 0) return "there is no serial for loop outside par loops";
  return concat(counts.suggested, " of ", all, all == 1 ? " loop" : " loops",
                " can run in parallel");
}

void print_text(const Run& run, const driver::Report& report, const std::string& path,
                const driver::SuggestCounts& counts, bool ok) {
  bool first = true;
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    if (run.quiet && diagnostic.kind == Diag::kStaysSerial) continue;
    if (!std::exchange(first, false)) print_error("\n");
    print_error(render_text(report.sources, diagnostic, {.color = run.color}));
  }
  if (!ok || run.quiet) return;
  bool more = counts.suggested > 0 && !run.how.write;
  print_error(concat(path, ": ", summary(counts), more ? "; --write makes the changes" : "", "\n"));
  for (const std::string& file : report.written) print_error(concat("changed ", file, "\n"));
}

int run_file(Run& run, const std::string& path) {
  driver::Report report;
  driver::SuggestCounts counts;
  bool ok = driver::suggest(path, driver_options(run.invocation), run.how, report, counts);
  if (run.format == "json") {
    print_output(report::render_json(report, false));
  } else if (run.format == "text") {
    print_text(run, report, path, counts, ok);
  }
  int status = status_of(report, ok);
  run.reports.push_back(std::move(report));
  return status;
}

}  // namespace

int run_suggest(const Invocation& invocation) {
  driver::SuggestOptions how{invocation.has("write"), invocation.has("statement")};
  Run run{invocation,
          how,
          invocation.value("format", "text"),
          invocation.has("quiet"),
          has_color(invocation),
          {}};
  int status = kDone;
  for (const std::string& path : invocation.arguments) {
    status = std::max(status, run_file(run, path));
  }
  if (run.format == "sarif") print_output(report::render_sarif(run.reports, false));
  return status;
}

}  // namespace parc::cli
