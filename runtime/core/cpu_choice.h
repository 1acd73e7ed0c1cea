// Which version of a module's code the CPU runs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/core/cpu_features.h"
#include "runtime/kernel/abi.h"

namespace parc::runtime {

struct CpuChoice {
  const parc_version* version = nullptr;
  std::string problem;  // why there is none, of a module that is named elsewhere
};

// The first version whose features the CPU has; or the one called `wanted`, when that is not "".
// `missing` tells what the CPU lacks, as missing_cpu_features does.
CpuChoice choose_version(std::span<const parc_version> versions, std::string_view wanted,
                         std::string (*missing)(std::string_view) = missing_cpu_features);

}  // namespace parc::runtime
