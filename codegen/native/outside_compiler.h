// A compiler of the user's choice (PARC_CXX) instead of the clang inside.
#pragma once

#include <string>
#include <vector>

#include "codegen/native/native.h"

namespace parc::native {

// Writes the text and the kernel headers to a temporary folder and runs `options.compiler` there,
// with the options that match the clang inside and `more` of them.
Compiled compile_outside(const std::string& cpp_text, const std::string& name, Output output,
                         const Options& options, const std::vector<std::string>& more = {});

}  // namespace parc::native
