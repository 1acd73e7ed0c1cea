// The part of a loop's explanation that is known when its code is made.
#pragma once

#include <vector>

#include "codegen/cpp/print.h"
#include "codegen/legalize/c_tree.h"
#include "codegen/native/native.h"
#include "driver/driver.h"

namespace parc::driver {

// What is tested before a loop and in its iterations.
void explain_checks(Report& report, const lower::Program& program);

// What became of the loops in machine code; `loops` are those of the text that clang compiled.
void explain_machine_loops(Report& report, const std::vector<cpp::PrintedLoop>& loops,
                           const std::vector<native::LoopRemark>& remarks);

}  // namespace parc::driver
