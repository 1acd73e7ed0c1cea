#pragma once

namespace parc::runtime {

// The CPU that the chosen version of this module is for, "x86-64-v3"; null in a module that has one
// version only.
const char* chosen_cpu();

}  // namespace parc::runtime
