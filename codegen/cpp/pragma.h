// The OpenMP and clang pragmas of generated code: the one place that spells them.
#pragma once

#include <string>

#include "codegen/legalize/c_tree.h"

namespace parc::cpp {

std::string parallel_pragma(const lower::CParallelFor& loop);
std::string for_pragma(const lower::CParallelFor& loop);
inline constexpr const char* kReassociate = "PARC_REASSOCIATE";  // a pragma of clang: abi.h

}  // namespace parc::cpp
