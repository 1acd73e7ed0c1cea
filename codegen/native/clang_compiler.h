// The clang inside: C++ text in memory to object, LLVM IR or assembly.
#pragma once

#include <string>

#include "codegen/native/native.h"

namespace parc::native {

// Runs clang on `cpp_text`, which can include the kernel headers and nothing else. No file is read
// or written. A crash in clang is a failure with a log.
Compiled compile_inside(const std::string& cpp_text, const std::string& name, Output output,
                        const Options& options);

// The object of LLVM IR that is optimised already, given as bitcode.
Compiled assemble_inside(const std::string& bitcode, const Options& options);

}  // namespace parc::native
