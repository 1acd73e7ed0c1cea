#include "runtime/python/warn.h"

#include <string>

#include "runtime/python/compat.h"
#include "runtime/python/place.h"

namespace parc::runtime {
namespace {

// parc.SerialWarning, also where another folder is called parc: then any RuntimeWarning serves.
PyObject* warning_category() {
  PyObject* module = PyImport_ImportModule("parc");
  PyObject* category = module ? PyObject_GetAttrString(module, "SerialWarning") : nullptr;
  Py_XDECREF(module);
  if (category) return category;
  PyErr_Clear();
  return Py_NewRef(PyExc_RuntimeWarning);
}

bool warn(const std::string& text, const std::string& file, int line, PyObject* globals) {
  PyObject* registry = PyDict_GetItemString(globals, "__warningregistry__");
  if (!registry) {
    registry = PyDict_New();
    if (!registry || PyDict_SetItemString(globals, "__warningregistry__", registry) < 0)
      return false;
    Py_DECREF(registry);  // the module holds it
  }
  PyObject* category = warning_category();
  PyObject* message =
      PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
  PyObject* path = PyUnicode_DecodeFSDefault(file.c_str());
  PyObject* name = PyDict_GetItemString(globals, "__name__");
  int failed = message && path
                   ? PyErr_WarnExplicitObject(category, message, path, line, name, registry)
                   : -1;
  Py_DECREF(category);
  Py_XDECREF(message);
  Py_XDECREF(path);
  return failed >= 0;
}

}  // namespace

bool issue_serial_warnings(const std::vector<SerialRun>& runs, PyObject* globals) {
  PyObject* current = take_exception();
  for (const SerialRun& run : runs) {
    std::string text = std::string("this par loop ran in serial order: ") + run.reason;
    for (parc_i64 k = 0; k < run.count; ++k) {
      if (warn(text, absolute_path(run.place->file), run.place->line, globals)) continue;
      Py_XDECREF(current);
      return false;
    }
  }
  if (current) put_exception(current);
  return true;
}

bool issue_untyped_warning(const Plan& plan, PyObject* wrapped) {
  std::string name(plan.name);
  std::string text = name +
                     "() ran as Python: no native version has these argument types; "
                     "annotate its parameters";
  std::string known;
  for (const Signature& signature : plan.signatures)
    known += (known.empty() ? "" : ", ") + signature.text;
  PyObject* code = PyFunction_GET_CODE(wrapped);
  PyObject* file = PyObject_GetAttrString(code, "co_filename");
  const char* path = file ? PyUnicode_AsUTF8(file) : nullptr;
  bool went_on = path && warn(text + " (native: " + known + ")", path, plan.line,
                              PyFunction_GET_GLOBALS(wrapped));
  Py_XDECREF(file);
  return went_on;
}

}  // namespace parc::runtime
