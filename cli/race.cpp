// `parc race`: a recorded run, and what collided in it.
#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/races.h"
#include "report/json.h"
#include "report/sarif.h"
#include "support/text_writer.h"

namespace parc::cli {

namespace {

// Of a run without a collision.
std::string summary(const driver::RaceRun& run) {
  if (run.loops == 0) {
    return "no par loop ran: only those of modules that the script imports, and of the script "
           "itself, are recorded";
  }
  return concat("no iterations collided; ", run.loops, run.loops == 1 ? " par loop" : " par loops",
                " ran");
}

}  // namespace

int run_race(const Invocation& invocation) {
  driver::Report report;
  const std::vector<std::string> arguments(invocation.arguments.begin() + 1,
                                           invocation.arguments.end());
  const driver::RaceRun run = driver::run_recorded(invocation.arguments.front(), arguments,
                                                   invocation.host.executable, report);
  report.diagnostics.sort_and_unique();
  const std::string format = invocation.value("format", "text");
  if (format == "json") {
    print_output(report::render_json(report, false));
  } else if (format == "text") {
    print_diagnostics(report, has_color(invocation));
  }
  int status = !run.started ? kErrors : run.collisions > 0 ? kRace : run.status;
  if (status == kDone && !invocation.has("quiet")) print_error(summary(run) + "\n");
  if (format == "sarif") {
    std::vector<driver::Report> reports;
    reports.push_back(std::move(report));
    print_output(report::render_sarif(reports, false));
  }
  return status;
}

}  // namespace parc::cli
