// NumPy's C interface, as far as the border needs it: through pybind11's table, loaded at import.
#pragma once

#include <pybind11/numpy.h>

#include "runtime/kernel/abi.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

namespace py = pybind11;

// An ndarray's fields in the order of NumPy's stable C interface.
using ArrayFields = py::detail::PyArray_Proxy;
inline ArrayFields* fields_of(PyObject* array) { return reinterpret_cast<ArrayFields*>(array); }

struct NumPy {
  const py::detail::npy_api* api;
  PyObject* dtypes[kKinds];       // native byte order; null for Python's own kinds
  PyTypeObject* scalars[kKinds];  // np.int8 …
  PyTypeObject* long_long;        // np.longlong and np.ulonglong are types of their own
  PyTypeObject* unsigned_long_long;
  PyTypeObject* floating;  // np.floating, np.integer, np.complexfloating: abstract
  PyTypeObject* integer;
  PyTypeObject* complexfloating;
  PyTypeObject* memmap;  // np.memmap, an ndarray in all but the file behind it
};

// Imports NumPy; throws ImportError when it is missing or older than 2.
void load_numpy();
const NumPy& numpy();

// The parc_kind of a NumPy scalar type, or -1.
parc_i32 kind_of_scalar(PyTypeObject* type);
// The parc_kind of an array's elements; -1 when they are not native: other types, foreign byte
// order.
parc_i32 kind_of_dtype(PyObject* dtype);

}  // namespace parc::runtime
