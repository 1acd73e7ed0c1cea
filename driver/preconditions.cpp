// What must hold before a module is made.
#include "driver/outputs.h"
#include "driver/phases.h"
#include "driver/resources.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

bool has_usable_compiler(const native::Options& options, Diagnostics& diagnostics) {
  if (options.compiler.empty() || !native::find_program(options.compiler).empty()) return true;
  diagnostics.emit_global(Diag::kCompilerNotFound,
                          concat("there is no compiler called ", options.compiler));
  return false;
}

}  // namespace

bool has_tools(const Options& options, Diagnostics& diagnostics) {
  return has_usable_compiler(options.native, diagnostics) &&
         has_resources(options.native.resource_dir,
                       {native::kRuntimeLibrary, native::kOpenmpLibrary}, diagnostics);
}

bool can_make_module(Compilation& work) {
  Diagnostics& diagnostics = work.report.diagnostics;
  return !diagnostics.has_errors() && is_importable(work.name, diagnostics) &&
         has_tools(work.options, diagnostics);
}

}  // namespace parc::driver
