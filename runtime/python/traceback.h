#pragma once

#include <Python.h>

#include <vector>

#include "runtime/kernel/abi.h"

namespace parc::runtime {

// Adds entries for native code to the traceback of the current exception; `places` innermost first.
void add_traceback(const std::vector<const parc_frame*>& places, PyObject* globals);

}  // namespace parc::runtime
