// The type of native functions: a callable with a Python function behind it, which lends its names,
// defaults and documentation and takes the calls that are not native.
#pragma once

#include <Python.h>

#include <string>
#include <vector>

#include "runtime/python/plan.h"

namespace parc::runtime {

struct NativeFunction {
  PyObject_HEAD vectorcallfunc vectorcall;
  PyObject* wrapped;  // the Python function
  PyObject* attributes;
  PyObject* weak_references;
  const Plan* plan;                       // lives as long as the process
  const std::vector<std::string>* files;  // of a kernel (place.h), owned
};

// Makes the type; false with an error set. Once a process.
bool make_function_type();
// A new reference; `wrapped` is a Python function, `files` are those of a kernel.
PyObject* new_native_function(PyObject* wrapped, const Plan& plan,
                              std::vector<std::string> files = {});
// The tuple of the plan's signatures as texts, a new reference.
PyObject* signature_texts(const Plan& plan);

}  // namespace parc::runtime
