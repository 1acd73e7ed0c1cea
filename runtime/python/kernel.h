// Kernels: modules without Python source, whose native functions stand for functions of the process
// that loads them.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "runtime/python/plan.h"

namespace parc::runtime {

// Gives the module `bind(function, files)`: the native function that stands for a Python function,
// with the paths of the kernel's files in their order.
void offer_binding(pybind11::module_& module, const std::vector<Plan>& plans);

}  // namespace parc::runtime
