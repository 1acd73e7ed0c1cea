#include "runtime/python/misfits.h"

#include "runtime/python/numpy.h"
#include "runtime/python/scalars.h"

namespace parc::runtime {
namespace {

std::string text_of(PyObject* object) {
  PyObject* text = object ? PyObject_Str(object) : nullptr;
  const char* bytes = text ? PyUnicode_AsUTF8(text) : nullptr;
  std::string result = bytes ? bytes : "?";
  Py_XDECREF(text);
  PyErr_Clear();
  return result;
}

std::string describe_array(PyObject* array) {
  auto* fields = fields_of(array);
  auto* dtype = reinterpret_cast<py::detail::PyArrayDescr_Proxy*>(fields->descr);
  parc_i32 kind = kind_of_dtype(fields->descr);
  std::string name = kind >= 0 ? std::string(kKindNames[kind]) : "dtype " + text_of(fields->descr);
  std::string text = dtype->byteorder == '>' ? "a big-endian array of " : "an array of ";
  text += name + " with " + std::to_string(fields->nd) + (fields->nd == 1 ? " axis" : " axes");
  if (Py_TYPE(array) == numpy().api->PyArray_Type_) return text;
  return "a " + std::string(Py_TYPE(array)->tp_name) + ", " + text;
}

// Where an array has another number of axes than the one wanted: how to say which.
std::string rank_hint(const Type& type, PyObject* found) {
  if (type.form != Form::kArray || !numpy().api->PyArray_Check_(found)) return "";
  auto* fields = fields_of(found);
  if (kind_of_dtype(fields->descr) != type.kind || fields->nd == type.rank || fields->nd == 0) {
    return "";
  }
  // np.float64 is parc.f64.
  std::string_view name = kKindNames[type.kind].substr(3);
  std::string kind = type.kind == PARC_NPBOOL ? "bool_" : std::string(name.substr(0, 1));
  if (type.kind != PARC_NPBOOL) kind += name.substr(name.find_first_of("0123456789"));
  std::string axes = ":";
  for (int axis = 1; axis < fields->nd; ++axis) axes += ", :";
  return "; annotated as parc." + kind + "[" + axes + "] it may have " +
         std::to_string(fields->nd) + (fields->nd == 1 ? " axis" : " axes");
}

std::string head(const Plan& plan, const Parameter& parameter) {
  return std::string(plan.name) + "() argument '" + parameter.info->name + "'";
}

// An int of any length, or how long it is where Python refuses to print it.
std::string short_value(PyObject* object) {
  PyObject* text = PyObject_Repr(object);
  std::string result = text_of(text);
  if (!text) result = "an int";
  Py_XDECREF(text);
  PyErr_Clear();
  constexpr size_t kLongest = 60;
  if (result.size() > kLongest) result = result.substr(0, kLongest / 2) + "...";
  return result;
}

bool raise(PyObject* exception, const std::string& text) {
  PyErr_SetString(exception, text.c_str());
  return false;
}

std::string range_text(const Type& type, PyObject* found) {
  std::string kind = spell(type);
  if (type.kind == PARC_INT) kind = "a 64-bit int";
  bool exact = type.kind != PARC_INT && (type.kind < PARC_NPI8 || type.kind > PARC_NPU64);
  return short_value(found) + (exact ? " is no exact " : " does not fit ") + kind;
}

}  // namespace

std::string describe(PyObject* object) {
  if (numpy().api->PyArray_Check_(object)) return describe_array(object);
  if (object == Py_None) return "None";
  return Py_TYPE(object)->tp_name;
}

bool raise_wrong_type(const Plan& plan, const Parameter& parameter, const Type& type,
                      PyObject* found) {
  return raise(PyExc_TypeError, head(plan, parameter) + " must be " + spell(type) + ", not " +
                                    describe(found) + rank_hint(type, found));
}

bool raise_out_of_range(const Plan& plan, const Parameter& parameter, const Type& type,
                        PyObject* found) {
  return raise(PyExc_OverflowError, head(plan, parameter) + ": " + range_text(type, found));
}

bool raise_problem(const Plan& plan, const Parameter& parameter, PyObject* exception,
                   const std::string& problem) {
  return raise(exception, head(plan, parameter) + " " + problem);
}

bool raise_misfit(const Plan& plan, const Parameter& parameter, const Type& type,
                  const Misfit& misfit) {
  if (PyErr_Occurred()) return false;
  if (!misfit.problem.empty()) {
    return raise_problem(plan, parameter, PyExc_TypeError, misfit.problem);
  }
  if (misfit.path.empty()) return raise_wrong_type(plan, parameter, type, misfit.found);
  std::string where = head(plan, parameter) + ": item " + misfit.path;
  const Type* item = &type;
  while (item->form == Form::kList) item = &item->parts[0];
  if (misfit.out_of_range) {
    return raise(PyExc_OverflowError, where + ": " + range_text(*item, misfit.found));
  }
  return raise(PyExc_TypeError,
               where + " must be " + misfit.expected + ", not " + describe(misfit.found));
}

}  // namespace parc::runtime
