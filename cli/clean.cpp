// `parc clean`: removing what parc made.
#include "driver/clean.h"

#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "support/text_writer.h"

namespace parc::cli {

int run_clean(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  int status = kDone;
  for (const std::string& path : invocation.arguments) {
    driver::Report report;
    std::vector<std::string> removed;
    bool ok = driver::clean(path, options, report, removed);
    print_diagnostics(report, has_color(invocation));
    for (const std::string& file : removed) {
      if (!invocation.has("quiet")) print_error(concat("removed ", file, "\n"));
    }
    status = std::max(status, status_of(report, ok));
  }
  return status;
}

}  // namespace parc::cli
