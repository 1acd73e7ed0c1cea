// Gives the versions of a variable that a par loop carries from iteration to iteration one local
// again.
//
// The checker has a local for each group of definitions that meet, so `s += x; s -= y` is
// `s2 = s1 + x; s1 = s2 - y`, and `m = max(m, a, b)` goes through a temporary. Reductions are
// recognised by their updates, which should read and assign one local: s2 becomes s1 where no value
// of s1 is needed while s2 has one, and its type holds s2's.
//
// Stands after inlining, which adds such temporaries, and before dead code, which drops copies of a
// local to itself.
#pragma once

#include "ir/module.h"

namespace parc::ir {

void coalesce_versions(Module& module);

}  // namespace parc::ir
