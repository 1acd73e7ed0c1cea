// The instances that entry points lead to.
#pragma once

#include <vector>

#include "frontend/check/entries.h"
#include "frontend/check/program.h"

namespace parc::check {

// All instances that the entry points call, at any depth, and they themselves, by number.
std::vector<Instance*> reachable_from(const std::vector<EntryPoint>& entries);
std::vector<Instance*> reachable_from(Instance& instance);

// Whether the instance or one that it calls has errors.
bool has_errors(Instance& instance);
// Whether the instance can call itself.
bool is_recursive(Instance& instance);

}  // namespace parc::check
