// `parc config`: what is asked for, one answer a line, in the order of the list below.
#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "driver/build_info.h"
#include "driver/config.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string answers(const Invocation& invocation, const driver::Options& options) {
  TextWriter out;
  if (invocation.has("cflags")) out.line(joined(driver::compile_flags(options)));
  if (invocation.has("libs")) out.line(joined(driver::link_flags(options)));
  if (invocation.has("suffix")) out.line(driver::kExtensionSuffix);
  if (invocation.has("resources")) out.line(options.native.resource_dir);
  if (invocation.has("cmakedir")) out.line(driver::cmake_folder(options));
  if (invocation.has("toolchain")) out.line(driver::toolchain_hash(options));
  return out.take();
}

}  // namespace

int run_config(const Invocation& invocation) {
  driver::Options options = driver_options(invocation);
  if (!native::is_known_cpu(options.native.cpu)) return fail_unknown_cpu(invocation);
  if (invocation.has("cflags") && options.native.cpu == native::kPortable) {
    return fail_usage(invocation, Diag::kUsage, "no flags make a portable module",
                      "`parc compile --cpu=portable` makes one; name a CPU for flags");
  }
  std::string text = answers(invocation, options);
  if (text.empty()) {
    return fail_usage(invocation, Diag::kUsage, "parc config needs to know what to print",
                      "`parc config --help` lists what there is");
  }
  driver::Report report;
  if (!driver::has_build_files(options, report.diagnostics)) {
    print_diagnostics(report, has_color(invocation));
    return kErrors;
  }
  print_output(text);
  return kDone;
}

}  // namespace parc::cli
