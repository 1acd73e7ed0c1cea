#include "codegen/native/native.h"

#include "codegen/native/clang_compiler.h"
#include "codegen/native/outside_compiler.h"
#include "codegen/native/portable.h"

namespace parc::native {

Compiled compile(const std::string& cpp_text, const std::string& name, Output output,
                 const Options& options) {
  if (options.cpu == kPortable) return compile_portable(cpp_text, name, output, options);
  return options.compiler.empty() ? compile_inside(cpp_text, name, output, options)
                                  : compile_outside(cpp_text, name, output, options);
}

}  // namespace parc::native
