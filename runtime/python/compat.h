// What differs between the CPython versions that the runtime is built for (3.10 and later).
#pragma once

#include <Python.h>

namespace parc::runtime {

// Takes the current exception (a new reference, normalised, with its traceback), or null.
inline PyObject* take_exception() {
#if PY_VERSION_HEX >= 0x030C0000
  return PyErr_GetRaisedException();
#else
  PyObject *type, *value, *traceback;
  PyErr_Fetch(&type, &value, &traceback);
  if (!type) return nullptr;
  PyErr_NormalizeException(&type, &value, &traceback);
  if (traceback) PyException_SetTraceback(value, traceback);
  Py_DECREF(type);
  Py_XDECREF(traceback);
  return value;
#endif
}

// An item of a list while it is looked at. Without the GIL, another thread may shorten the list
// meanwhile (then there is no such item), or put another item in its place (then this one stays).
class ListItem {
 public:
#ifdef Py_GIL_DISABLED
  ListItem(PyObject* list, Py_ssize_t index) : object_(PyList_GetItemRef(list, index)) {
    if (!object_) PyErr_Clear();
  }
  ~ListItem() { Py_XDECREF(object_); }
#else
  ListItem(PyObject* list, Py_ssize_t index) : object_(PyList_GET_ITEM(list, index)) {}
  ~ListItem() = default;
#endif
  ListItem(const ListItem&) = delete;
  ListItem& operator=(const ListItem&) = delete;
  PyObject* get() const { return object_; }  // borrowed; null when there is none

 private:
  PyObject* object_;
};

// Makes `exception` the current one; takes the reference.
inline void put_exception(PyObject* exception) {
#if PY_VERSION_HEX >= 0x030C0000
  PyErr_SetRaisedException(exception);
#else
  PyErr_Restore(Py_NewRef(reinterpret_cast<PyObject*>(Py_TYPE(exception))), exception,
                PyException_GetTraceback(exception));
#endif
}

}  // namespace parc::runtime
