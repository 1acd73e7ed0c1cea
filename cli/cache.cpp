// `parc cache`: what is in the cache, and emptying it.
#include <cstdio>
#include <cstdlib>

#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/cache/contents.h"
#include "driver/cache/folder.h"
#include "support/json_writer.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

std::string as_json(const std::string& folder, const driver::cache::Contents& contents) {
  JsonWriter json;
  json.begin_object().field("folder", folder).field("entries", contents.entries);
  json.field("bytes", contents.bytes).field("hits", contents.counters.hits);
  json.field("builds", contents.counters.builds).end_object();
  return json.text() + "\n";
}

std::string as_text(const std::string& folder, const driver::cache::Contents& contents) {
  char megabytes[32];
  std::snprintf(megabytes, sizeof megabytes, "%.1f", static_cast<double>(contents.bytes) / 1e6);
  return concat(folder, "\n  entries  ", contents.entries, " (", megabytes, " MB)\n  hits     ",
                contents.counters.hits, "\n  builds   ", contents.counters.builds, "\n");
}

}  // namespace

int run_cache(const Invocation& invocation) {
  const std::string action = invocation.arguments.size() == 1 ? invocation.arguments.front() : "";
  if (action != "info" && action != "clear") {
    return fail_usage(invocation, Diag::kUsage, "parc cache takes `info` or `clear`", "");
  }
  driver::Report report;
  const std::string folder = driver::cache::default_folder();
  if (folder.empty()) {
    print_error(std::getenv("PARC_CACHE_DIR")
                    ? "there is no cache: PARC_CACHE_DIR is empty\n"
                    : "there is no cache: neither PARC_CACHE_DIR nor HOME names a folder\n");
    return kDone;
  }
  std::string why;
  if (action == "clear" && !driver::cache::clear(folder, why)) {
    report.diagnostics.emit_global(Diag::kUnwritable, concat("cannot remove ", why));
    print_diagnostics(report, has_color(invocation));
    return kErrors;
  }
  if (action == "clear") return kDone;
  const driver::cache::Contents contents = driver::cache::read_contents(folder);
  const bool json = invocation.value("format", "text") == "json";
  print_output(json ? as_json(folder, contents) : as_text(folder, contents));
  return kDone;
}

}  // namespace parc::cli
