#include "runtime/python/raise.h"

#include <pybind11/pybind11.h>

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "runtime/python/compat.h"
#include "runtime/python/scalars.h"
#include "runtime/python/traceback.h"

namespace parc::runtime {
namespace {

namespace py = pybind11;

py::object object_of(const parc_value& value) {
  PyObject* object = to_python(value.kind, &value.i);
  if (!object) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

std::vector<py::object> objects_of(const parc_error& error) {
  std::vector<py::object> objects;
  for (const parc_value& value : error.values) objects.push_back(object_of(value));
  return objects;
}

py::object checked(PyObject* object) {
  if (!object) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

// As an f-string formats a value.
py::object formatted(py::object value, const parc_part& part) {
  if (part.conversion == 'r') value = checked(PyObject_Repr(value.ptr()));
  if (part.conversion == 's') value = checked(PyObject_Str(value.ptr()));
  if (part.conversion == 'a') value = checked(PyObject_ASCII(value.ptr()));
  return checked(PyObject_Format(value.ptr(), py::str(part.spec ? part.spec : "").ptr()));
}

// The exception's arguments: parts with one argument index are pieces of one string.
py::tuple message_arguments(const parc_error& error) {
  std::vector<py::object> values = objects_of(error);
  py::list arguments;
  size_t next = 0;
  for (parc_i32 k = 0; k < error.part_count; ++k) {
    const parc_part& part = error.parts[k];
    py::object piece;
    if (part.text) {
      piece = py::str(part.text);
    } else if (part.raw) {
      piece = values.at(next++);
    } else {
      piece = formatted(values.at(next++), part);
    }
    auto at = static_cast<size_t>(part.argument);
    if (at < arguments.size()) {
      arguments[at] = py::object(arguments[at]) + piece;
    } else {
      arguments.append(piece);
    }
  }
  return py::tuple(arguments);
}

void raise_message(const parc_error& error) {
  py::object type = py::module_::import("builtins").attr(error.name);
  py::object exception = type(*message_arguments(error));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
}

// "operator.floordiv", "math.log", "np.uint8", "divmod", "float.fromhex".
py::object callable_named(std::string name) {
  std::string head = name.substr(0, name.find('.'));
  py::object found = py::module_::import("builtins");
  if (head == "operator" || head == "math" || head == "np" || head == "cmath") {
    found = py::module_::import(head == "np" ? "numpy" : head.c_str());
    name.erase(0, head.size() + 1);
  }
  while (!name.empty()) {
    size_t dot = std::min(name.find('.'), name.size());
    found = found.attr(name.substr(0, dot).c_str());
    name.erase(0, dot + 1);
  }
  return found;
}

// Repeats the operation or the store with NumPy's warnings off. Null with Python's own exception
// set, or what Python makes of it.
PyObject* repeat(const parc_error& error) {
  std::vector<py::object> values = objects_of(error);
  py::object numpy = py::module_::import("numpy");
  py::object quiet = numpy.attr("errstate")(py::arg("all") = "ignore");
  quiet.attr("__enter__")();
  PyObject* done;
  if (error.kind == PARC_RAISE_STORE) {
    py::object element = numpy.attr("empty")(1, error.name);
    int failed = PyObject_SetItem(element.ptr(), py::int_(0).ptr(), values.at(0).ptr());
    done = failed ? nullptr : Py_NewRef(Py_None);
  } else {
    py::tuple arguments(values.size());
    for (size_t k = 0; k < values.size(); ++k) arguments[k] = values[k];
    done = PyObject_CallObject(callable_named(error.name).ptr(), arguments.ptr());
  }
  PyObject* exception = done ? nullptr : take_exception();
  quiet.attr("__exit__")(py::none(), py::none(), py::none());
  if (exception) put_exception(exception);
  return done;
}

bool is_word(const std::string& name) {
  return !name.empty() &&
         ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
}

// "operator.floordiv" as the program writes it; other names stay.
std::string as_written(const std::string& name) {
  static constexpr const char* kOperators[][2] = {
      {"add", "+"},  {"sub", "-"},  {"mul", "*"}, {"truediv", "/"}, {"floordiv", "//"},
      {"mod", "%"},  {"pow", "**"}, {"neg", "-"}, {"lshift", "<<"}, {"rshift", ">>"},
      {"and_", "&"}, {"or_", "|"},  {"xor", "^"}};
  for (const auto& [function, text] : kOperators) {
    if (name == std::string("operator.") + function) return text;
  }
  return name;
}

// What failed: "a + b", "-a", "pow(a, b)" or the operator alone.
std::string operation_text(const parc_error& error) {
  std::vector<py::object> values = objects_of(error);
  std::string name = as_written(error.name ? error.name : "an operation");
  auto text = [&](size_t k) { return std::string(py::str(values[k])); };
  std::string what = "the result of " + name;
  if (values.size() == 2 && !is_word(name)) {
    what = text(0) + " " + name + " " + text(1);
  } else if (values.size() == 1 && !is_word(name)) {
    what = name + text(0);
  } else if (!values.empty()) {
    what = name + "(";
    for (size_t k = 0; k < values.size(); ++k) what += (k ? ", " : "") + text(k);
    what += ")";
  }
  return what;
}

// Ours, for what no int64 holds.
void raise_overflow(const parc_error& error) {
  const std::string what = operation_text(error);
  PyErr_SetString(PyExc_OverflowError, (what + " does not fit a 64-bit int").c_str());
}

// An int to a negative power.
void raise_float_power(const parc_error& error) {
  const std::string what = operation_text(error);
  PyErr_SetString(PyExc_OverflowError,
                  (what + " is no int: write float(base) ** exponent for a float").c_str());
}

// Where Python goes on, native code could not: an int beyond 64 bits, a complex out of a real power
// or a float out of one of ints.
void replay(const parc_error& error) {
  py::object done = py::reinterpret_steal<py::object>(repeat(error));
  if (!done) {
    PyObject* exception = take_exception();
    PyException_SetTraceback(exception, Py_None);  // entries of the replay are not the program's
    put_exception(exception);
  } else if (PyComplex_CheckExact(done.ptr())) {
    PyErr_SetString(PyExc_ValueError, "negative number cannot be raised to a fractional power");
  } else if (PyFloat_CheckExact(done.ptr()) && as_written(error.name) == "**") {
    raise_float_power(error);
  } else {
    raise_overflow(error);
  }
}

void set_exception(parc_error& error) {
  switch (error.kind) {
    case PARC_RAISE_MESSAGE:
      return raise_message(error);
    case PARC_RAISE_REPLAY:
    case PARC_RAISE_STORE:
      return replay(error);
    case PARC_RAISE_OVERFLOW:
      return raise_overflow(error);
    case PARC_RAISE_RECURSION:
      return PyErr_SetString(PyExc_RecursionError, "maximum recursion depth exceeded");
    case kRaiseException:
      put_exception(static_cast<PyObject*>(std::exchange(error.exception, nullptr)));
      return;
    default:
      PyErr_NoMemory();
      return;
  }
}

}  // namespace

void raise_error(parc_error* error, PyObject* globals) {
  if (!error) {
    PyErr_SetString(PyExc_SystemError,
                    "internal error of parc: native code failed without an error");
    return;
  }
  try {
    set_exception(*error);
  } catch (py::error_already_set& raised) {  // of a format, for example
    raised.restore();
  } catch (const std::exception& failed) {
    PyErr_SetString(PyExc_SystemError, failed.what());
  }
  add_traceback(trace_of(*error), globals);
  free_error(error);
}

}  // namespace parc::runtime
