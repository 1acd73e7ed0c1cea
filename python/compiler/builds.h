// Compiling, from Python.
#pragma once

#include <pybind11/pybind11.h>

namespace parc::binding {

// Makes the functions that compile, and the class Built, in the module.
void define_builds(pybind11::module_& module);

}  // namespace parc::binding
