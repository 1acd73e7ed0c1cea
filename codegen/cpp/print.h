// The printing phase: a legalised program as C++ text that clang++ and g++ compile on their own
// beside the kernel header. It decides nothing. The text has no Python and no standard header in
// it.
#pragma once

#include <string>

#include "codegen/legalize/c_tree.h"

namespace parc::cpp {

std::string print(const lower::Program& program);

}  // namespace parc::cpp
