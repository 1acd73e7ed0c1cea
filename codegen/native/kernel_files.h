#pragma once

#include <string_view>
#include <vector>

namespace parc::native {

// A header of runtime/kernel/, as the build embedded it in the compiler.
struct KernelFile {
  std::string_view name;  // as generated code includes it: no folder
  std::string_view text;
};

// All of them, in the order of their names. Defined by cmake/EmbedKernel.cmake.
std::vector<KernelFile> kernel_files();

}  // namespace parc::native
