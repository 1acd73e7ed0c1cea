#include "python/compiler/syntax_check.h"

#include <pybind11/pybind11.h>

namespace parc::binding {
namespace {

namespace py = pybind11;
using driver::SyntaxAnswer;

// An attribute that is a number, or None.
uint32_t number(const py::object& exception, const char* name, uint32_t otherwise) {
  const py::object value = exception.attr(name);
  return py::isinstance<py::int_>(value) && value.cast<int64_t>() > 0 ? value.cast<uint32_t>()
                                                                      : otherwise;
}

SyntaxAnswer refusal(const py::object& exception) {
  return {SyntaxAnswer::Verdict::kRefused,    number(exception, "lineno", 1),
          number(exception, "offset", 1),     number(exception, "end_lineno", 0),
          number(exception, "end_offset", 0), py::str(exception.attr("msg"))};
}

}  // namespace

SyntaxAnswer check_syntax(const std::string& text) {
  py::gil_scoped_acquire gil;
  const py::module_ warnings = py::module_::import("warnings");
  const py::object quiet = warnings.attr("catch_warnings")();
  quiet.attr("__enter__")();
  warnings.attr("simplefilter")("ignore");
  SyntaxAnswer answer;
  try {
    py::module_::import("builtins").attr("compile")(text, "file", "exec", 0, true);
  } catch (py::error_already_set& raised) {
    if (raised.matches(PyExc_SyntaxError)) {
      answer = refusal(raised.value());
    } else {
      answer.verdict = SyntaxAnswer::Verdict::kTooMuch;
      answer.message = py::str(raised.type().attr("__name__"));
    }
  }
  quiet.attr("__exit__")(py::none(), py::none(), py::none());
  return answer;
}

}  // namespace parc::binding
