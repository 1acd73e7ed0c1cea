// The printing phase: a legalised program as C++ text that clang++ and g++ compile on their own
// beside the kernel header. It decides nothing. The text has no Python and no standard header in
// it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "codegen/legalize/c_tree.h"

namespace parc::cpp {

// A loop of the user in the text.
struct PrintedLoop {
  uint32_t line = 0;  // where it starts, from 1
  lower::LoopOrigin origin;
};

struct Printed {
  std::string text;
  std::vector<PrintedLoop> loops;
};

// `#line` gives lines of the Python file to debuggers and clang's messages. Without it, these have
// lines of the text.
enum class LineDirectives : uint8_t { kNo, kYes };

Printed print(const lower::Program& program, LineDirectives directives = LineDirectives::kYes);

}  // namespace parc::cpp
