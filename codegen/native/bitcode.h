// Between the optimiser and the code generators of several CPUs: LLVM IR as bitcode.
#pragma once

#include <string>

namespace parc::native {

// Optimised IR as code for any CPU: no function names the one that it was optimised for, and
// floating-point operations are done in the order that they have now, so that every code generator
// makes the same bits of them. The function `entry` is called `new_entry`. "" when it is no
// bitcode.
std::string release_from_cpu(const std::string& bitcode, const std::string& entry,
                             const std::string& new_entry);

}  // namespace parc::native
