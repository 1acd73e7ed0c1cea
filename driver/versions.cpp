#include "driver/versions.h"

#include "codegen/native/native.h"
#include "driver/build_info.h"
#include "ir/analysis/isl_solver.h"
#include "support/text_writer.h"

namespace parc::driver {

std::string versions() {
  TextWriter out;
  out.line("parc ", kVersion);
  out.line("clang, LLVM and lld ", native::llvm_version());
  out.line(ir::isl_version_text());
  out.line("CPython ", kPythonVersion, " (modules end in ", kExtensionSuffix, ")");
  out.line("CPU ", native::host_target({}).cpu);
  return out.take();
}

}  // namespace parc::driver
