// A compilation's report as a Python object.
#pragma once

#include <pybind11/pybind11.h>

#include "driver/driver.h"

namespace parc::binding {

// Makes the classes Report, Diagnostic and Loop in the module.
void define_reports(pybind11::module_& module);

}  // namespace parc::binding
