// The Python source of a module: which text is run, and how its functions become native.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "runtime/python/plan.h"

namespace parc::runtime {

// Whether everything is to be plain Python: PARC_DISABLE=1.
bool is_disabled();

// Runs the module's Python source in its namespace; the functions of the plans are bound to native
// code at their `def`, so that whatever the module does with them later gets the native ones.
// Throws Python's exceptions: ImportError for a source file, also of a module that native functions
// come from, that was edited since it was compiled.
void run_source(pybind11::module_& module, const parc_module_info& info,
                const std::vector<Plan>& plans);

}  // namespace parc::runtime
