// Modules with the code of several CPUs.
#pragma once

#include <string>
#include <vector>

#include "codegen/native/native.h"

namespace parc::native {

// The CPUs that a portable module has code for, best first.
const std::vector<std::string>& portable_cpus();

// An archive with an object of the text for each of them, and one with the module's entry, which
// hands them to the runtime to choose from. The optimiser runs once, so that the versions differ in
// their instructions and not in their results: the lanes of a sum, which make its bits, are the
// same in all. As LLVM IR, what they have in common; there is no assembly of three versions.
Compiled compile_portable(const std::string& cpp_text, const std::string& name, Output output,
                          const Options& options);

}  // namespace parc::native
