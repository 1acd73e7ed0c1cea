#include "cli/messages.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "driver/depfile.h"
#include "support/render_text.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

}  // namespace

void print_error(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void print_output(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

bool write_text(const std::string& path, const std::string& text, driver::Report& report) {
  std::FILE* file = path.empty() ? stdout : std::fopen(path.c_str(), "wb");
  bool ok = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  ok = (file && (path.empty() ? std::fflush(file) : std::fclose(file)) == 0) && ok;
  if (!ok) {
    report.diagnostics.emit_global(
        Diag::kUnwritable, concat("cannot write ", path.empty() ? "to standard output" : path, ": ",
                                  std::strerror(errno)));
  }
  return ok;
}

bool has_color(const Invocation& invocation) {
  std::string when = invocation.value("color", "auto");
  if (when != "auto") return when == "always";
  const char* terminal = std::getenv("TERM");
  return !is_set("NO_COLOR") && isatty(2) && terminal && std::string_view(terminal) != "dumb";
}

void print_diagnostics(const driver::Report& report, bool color) {
  print_error(render_text(report.sources, report.diagnostics, {.color = color}));
}

bool write_depfile(const Invocation& invocation, const std::string& target,
                   driver::Report& report) {
  if (!invocation.has("depfile")) return true;
  return write_text(invocation.value("depfile"), driver::depfile_text(target, report), report);
}

void print_timings(const driver::Report& report, const std::string& path) {
  TextWriter out;
  out.line("time for ", path);
  auto block = out.indent();
  for (const auto& [phase, seconds] : report.timings) {
    char line[64];
    std::snprintf(line, sizeof line, "%-10s %8.2f ms", phase.c_str(), seconds * 1e3);
    out.line(std::string_view(line));
  }
  print_error(out.text());
}

}  // namespace parc::cli
