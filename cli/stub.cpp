// `parc stub`: one file after the other.
#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "support/text_writer.h"

namespace parc::cli {

int run_stub(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  int status = kDone;
  for (const std::string& path : invocation.arguments) {
    driver::Report report;
    bool ok = driver::write_stub(path, options, report);
    print_diagnostics(report, has_color(invocation));
    for (const std::string& file : report.written) {
      if (!invocation.has("quiet")) print_error(concat("wrote ", file, "\n"));
    }
    status = std::max(status, status_of(report, ok));
  }
  return status;
}

}  // namespace parc::cli
