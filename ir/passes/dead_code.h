// Removes assignments to locals that nothing reads (their values stay when they have effects or may
// raise) and of locals to themselves, statements behind a jump, empty ifs, and functions that
// nothing calls.
//
// Stands last: the other passes leave such code behind, most of all bound flags.
#pragma once

#include "ir/module.h"

namespace parc::ir {

void remove_dead_code(Module& module);

// Drops functions that no entry reaches by calls, unless they hold a par loop of their own, whose
// verdict is to be reported. Function ids change.
void remove_unused_functions(Module& module);

}  // namespace parc::ir
