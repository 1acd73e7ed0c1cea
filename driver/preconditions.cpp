// What must hold before a module is made.
#include <unistd.h>

#include "driver/outputs.h"
#include "driver/phases.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

bool has_usable_compiler(const native::Options& options, Diagnostics& diagnostics) {
  if (options.compiler.empty() || !native::find_program(options.compiler).empty()) return true;
  diagnostics.emit_global(Diag::kCompilerNotFound,
                          concat("there is no compiler called ", options.compiler));
  return false;
}

bool has_runtime(const Options& options, Diagnostics& diagnostics) {
  for (const char* file : {native::kRuntimeLibrary, native::kOpenmpLibrary}) {
    std::string path = options.native.resource_dir + "/" + file;
    if (access(path.c_str(), R_OK) == 0) continue;
    diagnostics.emit_global(Diag::kRuntimeNotFound, concat(path, " is missing"))
        .note("PARC_RESOURCE_DIR names the folder with parc's runtime library");
    return false;
  }
  return true;
}

}  // namespace

bool has_tools(const Options& options, Diagnostics& diagnostics) {
  return has_usable_compiler(options.native, diagnostics) && has_runtime(options, diagnostics);
}

bool can_make_module(Compilation& work) {
  Diagnostics& diagnostics = work.report.diagnostics;
  return !diagnostics.has_errors() && is_importable(work.name, diagnostics) &&
         has_tools(work.options, diagnostics);
}

}  // namespace parc::driver
