#include "runtime/python/progress.h"

#include <Python.h>

#include "runtime/core/progress.h"
#include "runtime/python/call.h"
#include "runtime/python/compat.h"
#include "runtime/python/place.h"

namespace parc::runtime {
namespace {

// A bar is an object of the class in python/parc/_plain.py.
void* begin(void** bar, const parc_frame& place, parc_i64 trip) {
  GilTaken gil;
  PyObject* module = PyImport_ImportModule("parc");
  PyObject* made =
      module ? PyObject_CallMethod(module, "_Progress", "Lssi", static_cast<long long>(trip),
                                   place.function, absolute_path(place.file).c_str(),
                                   static_cast<int>(place.line))
             : nullptr;
  Py_XDECREF(module);
  *bar = made;
  return take_exception();
}

void* update(void* bar, parc_i64 done) {
  GilTaken gil;
  Py_XDECREF(
      PyObject_CallMethod(static_cast<PyObject*>(bar), "show", "L", static_cast<long long>(done)));
  return take_exception();
}

void* end(void* bar, parc_i64 done) {
  GilTaken gil;
  Py_XDECREF(
      PyObject_CallMethod(static_cast<PyObject*>(bar), "close", "L", static_cast<long long>(done)));
  Py_DECREF(static_cast<PyObject*>(bar));
  return take_exception();
}

}  // namespace

void install_progress_bars() { install_progress_hooks({begin, update, end}); }

}  // namespace parc::runtime
