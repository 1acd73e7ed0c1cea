// A call of a native function from Python.
#pragma once

#include "runtime/python/function.h"

namespace parc::runtime {

// The vectorcall of native functions.
PyObject* call_function(PyObject* self, PyObject* const* arguments, size_t count,
                        PyObject* keyword_names);

// Takes the GIL back, on the thread that gave it up for native code, and gives it up again.
class GilTaken {
 public:
  GilTaken();
  ~GilTaken();
  GilTaken(const GilTaken&) = delete;
  GilTaken& operator=(const GilTaken&) = delete;
};

// Lets native code look at Python's signals. Once, at import.
void install_python_signals();

}  // namespace parc::runtime
