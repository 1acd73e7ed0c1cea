#include "runtime/python/traceback.h"

#include <frameobject.h>

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

}  // namespace

void add_traceback(const std::vector<const parc_frame*>& places, PyObject* globals) {
  for (const parc_frame* place : places) {
    // Making a frame must not see, or lose, the exception.
    PyObject* exception = take_exception();
    PyFrameObject* frame = new_frame(*place, globals);
    PyErr_Clear();
    put_exception(exception);
    if (!frame) return;
    PyTraceBack_Here(frame);
    Py_DECREF(frame);
  }
}

}  // namespace parc::runtime
