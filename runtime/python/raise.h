// From a native error to a Python exception.
#pragma once

#include <Python.h>

#include "runtime/core/error.h"

namespace parc::runtime {

// Sets the exception that the error stands for, with one traceback entry for each of its places (in
// frames whose globals are `globals`), and frees the error.
void raise_error(parc_error* error, PyObject* globals);

}  // namespace parc::runtime
