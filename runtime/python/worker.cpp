#include "runtime/python/worker.h"

#include <Python.h>

#include "runtime/core/threads.h"

namespace parc::runtime {
namespace {

// A worker has the module: it was started through it.
bool is_worker() {
  PyObject* modules = PyImport_GetModuleDict();
  PyObject* module = PyDict_GetItemString(modules, "multiprocessing.process");
  PyObject* parent = module ? PyObject_CallMethod(module, "parent_process", nullptr) : nullptr;
  const bool found = parent && parent != Py_None;
  Py_XDECREF(parent);
  PyErr_Clear();
  return found;
}

}  // namespace

void look_for_worker() {
  if (!knows_process()) set_process_is_worker(is_worker());
}

}  // namespace parc::runtime
