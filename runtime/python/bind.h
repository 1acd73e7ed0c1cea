// Binds the arguments of a call to parameters as Python does.
#pragma once

#include <Python.h>

namespace parc::runtime {

// Fills `bound` (one borrowed reference per parameter of the Python function, keyword-only ones
// last). False, without an error set, when the arguments do not fit the parameters: Python says why
// best.
bool bind_arguments(PyObject* function, PyObject* const* arguments, Py_ssize_t positional,
                    PyObject* keyword_names, PyObject** bound);

}  // namespace parc::runtime
