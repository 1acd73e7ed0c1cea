#include "runtime/python/bind.h"

namespace parc::runtime {
namespace {

#if PY_VERSION_HEX >= 0x030B0000
PyObject* name_of(PyCodeObject* code, Py_ssize_t index) {
  return PyTuple_GET_ITEM(code->co_localsplusnames, index);  // parameters come first
}
#else
PyObject* name_of(PyCodeObject* code, Py_ssize_t index) {
  return PyTuple_GET_ITEM(code->co_varnames, index);
}
#endif

// Index of the parameter that `name` may be given for, or -1. Names are interned: identity nearly
// always decides.
Py_ssize_t find_name(PyCodeObject* code, PyObject* name, Py_ssize_t total) {
  for (Py_ssize_t k = code->co_posonlyargcount; k < total; ++k) {
    if (name_of(code, k) == name) return k;
  }
  for (Py_ssize_t k = code->co_posonlyargcount; k < total; ++k) {
    if (PyUnicode_Compare(name_of(code, k), name) == 0) return k;
  }
  return -1;
}

bool fill_defaults(PyObject* function, PyCodeObject* code, PyObject** bound) {
  PyObject* defaults = PyFunction_GET_DEFAULTS(function);
  Py_ssize_t count = defaults ? PyTuple_GET_SIZE(defaults) : 0;
  Py_ssize_t first = code->co_argcount - count;
  for (Py_ssize_t k = 0; k < code->co_argcount; ++k) {
    if (bound[k]) continue;
    if (k < first) return false;
    bound[k] = PyTuple_GET_ITEM(defaults, k - first);
  }
  PyObject* keyword_defaults = PyFunction_GET_KW_DEFAULTS(function);
  for (Py_ssize_t k = code->co_argcount; k < code->co_argcount + code->co_kwonlyargcount; ++k) {
    if (bound[k]) continue;
    if (keyword_defaults) bound[k] = PyDict_GetItemWithError(keyword_defaults, name_of(code, k));
    if (!bound[k]) return false;
  }
  return true;
}

}  // namespace

bool bind_arguments(PyObject* function, PyObject* const* arguments, Py_ssize_t positional,
                    PyObject* keyword_names, PyObject** bound) {
  auto* code = reinterpret_cast<PyCodeObject*>(PyFunction_GET_CODE(function));
  Py_ssize_t total = code->co_argcount + code->co_kwonlyargcount;
  if (positional > code->co_argcount) return false;
  for (Py_ssize_t k = 0; k < positional; ++k) bound[k] = arguments[k];
  for (Py_ssize_t k = positional; k < total; ++k) bound[k] = nullptr;
  Py_ssize_t keywords = keyword_names ? PyTuple_GET_SIZE(keyword_names) : 0;
  for (Py_ssize_t k = 0; k < keywords; ++k) {
    Py_ssize_t at = find_name(code, PyTuple_GET_ITEM(keyword_names, k), total);
    if (at < 0 || bound[at]) return false;
    bound[at] = arguments[positional + k];
  }
  if (positional == total) return true;
  return fill_defaults(function, code, bound);
}

}  // namespace parc::runtime
