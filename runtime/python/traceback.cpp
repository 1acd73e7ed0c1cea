#include "runtime/python/traceback.h"

#include <frameobject.h>

#include <string.h>

#include <algorithm>
#include <string>

#include "runtime/python/compat.h"
#include "runtime/python/place.h"

namespace parc::runtime {
namespace {

// A frame that was never run, standing at the line: its code begins there. The frame keeps the
// code.
PyFrameObject* new_frame(const parc_frame& place, PyObject* globals) {
  std::string file = absolute_path(place.file);
  PyCodeObject* code = PyCode_NewEmpty(file.c_str(), place.function, place.line);
  if (!code) return nullptr;
  PyFrameObject* frame = PyFrame_New(PyThreadState_Get(), code, globals, nullptr);
  Py_DECREF(code);
#if PY_VERSION_HEX < 0x030B0000
  if (frame) frame->f_lineno = place.line;
#endif
  return frame;
}

// Raises the exception, and takes the reference, from the line of a module's text that says so. For
// such a frame IPython shows the lines around it; it takes a module's code to begin on line 1.
void raise_on_line(const parc_frame& place, PyObject* globals, PyObject* exception) {
  constexpr const char* kName = "__parc_exception__";
  const std::string text =
      std::string(static_cast<size_t>(std::max(place.line - 1, 0)), '\n') + "raise " + kName;
  PyObject* code = Py_CompileString(text.c_str(), absolute_path(place.file).c_str(), Py_file_input);
  PyObject* locals = code ? Py_BuildValue("{s:O}", kName, exception) : nullptr;
  if (locals) Py_XDECREF(PyEval_EvalCode(code, globals, locals));
  Py_XDECREF(locals);
  Py_XDECREF(code);
  Py_XDECREF(take_exception());  // the same, which has the entry now
  put_exception(exception);
}

}  // namespace

void add_traceback(const std::vector<const parc_frame*>& places, PyObject* globals) {
  for (const parc_frame* place : places) {
    // Making a frame must not see, or lose, the exception.
    PyObject* exception = take_exception();
    if (strcmp(place->function, "<module>") == 0) {
      raise_on_line(*place, globals, exception);
      continue;
    }
    PyFrameObject* frame = new_frame(*place, globals);
    PyErr_Clear();
    put_exception(exception);
    if (!frame) return;
    PyTraceBack_Here(frame);
    Py_DECREF(frame);
  }
}

}  // namespace parc::runtime
