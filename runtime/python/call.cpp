#include "runtime/python/call.h"

#include <pthread.h>

#include <array>
#include <new>
#include <vector>

#include "runtime/core/error.h"
#include "runtime/core/fork_gate.h"
#include "runtime/core/signals.h"
#include "runtime/core/stack.h"
#include "runtime/core/warnings.h"
#include "runtime/python/arguments.h"
#include "runtime/python/bind.h"
#include "runtime/python/compat.h"
#include "runtime/python/place.h"
#include "runtime/python/raise.h"
#include "runtime/python/results.h"
#include "runtime/python/warn.h"
#include "runtime/python/worker.h"

namespace parc::runtime {
namespace {

constexpr parc_i64 kBudget = 10'000;
constexpr int kInlineSlots = 4;
constexpr int kMostInlineParameters = 16;

pthread_t main_thread;

// What the calling thread gave up while it is in native code.
thread_local PyThreadState* released = nullptr;

void* check_signals() {
  GilTaken gil;
  return PyErr_CheckSignals() < 0 ? take_exception() : nullptr;
}

// An interrupt that is given up for another one, by the thread that called.
void drop_exception_object(void* exception) {
  PyGILState_STATE state = PyGILState_Ensure();
  Py_DECREF(static_cast<PyObject*>(exception));
  PyGILState_Release(state);
}

// Runs the entry without the GIL.
bool run(const Signature& signature, parc_state& state, const parc_slot* arguments,
         parc_slot* results) {
  PyThreadState* outer = released;
  released = PyEval_SaveThread();
  bool failed = signature.info->entry(&state, arguments, results);
  leave_gate();  // where a loop was prepared, and its region not run for lack of memory
  PyEval_RestoreThread(released);
  released = outer;
  return failed;
}

PyObject* call_signature(NativeFunction* self, const Signature& signature, PyObject* const* bound) {
  const KernelFilesInUse files(*self->files);
  Arguments arguments(*self->plan, signature);
  if (!arguments.convert(bound)) return nullptr;

  std::array<parc_slot, kInlineSlots> inline_results;
  std::vector<parc_slot> more_results;
  parc_slot* results = inline_results.data();
  parc_i32 count = std::max(signature.info->result_slots, signature.result.leaves);
  if (count > kInlineSlots) {
    more_results.resize(count);
    results = more_results.data();
  }

  look_for_worker();
  bool calling = pthread_equal(pthread_self(), main_thread);
  if (calling) restart_signal_clock();
  parc_state state = {nullptr, stack_limit(), nullptr, kBudget, 0, calling, nullptr};
  bool failed = run(signature, state, arguments.slots(), results);

  bool written = arguments.write_back();
  PyObject* globals = PyFunction_GET_GLOBALS(self->wrapped);
  PyObject* result = nullptr;
  if (failed) {
    PyErr_Clear();
    raise_error(state.error, globals);
  } else {
    PyObject* problem = written ? nullptr : take_exception();
    result = make_result(signature.result, results, arguments);
    if (problem) {
      Py_CLEAR(result);
      put_exception(problem);
    }
  }
  if (has_serial_runs() && !issue_serial_warnings(take_serial_runs(), globals)) {
    Py_CLEAR(result);
  }
  return result;
}

// The version for the arguments, or null when none was made for their types.
const Signature* choose(const Plan& plan, PyObject* const* bound) {
  if (plan.annotated && plan.signatures.size() == 1) return &plan.signatures[0];
  for (const Signature& signature : plan.signatures) {
    if (match_exactly(signature, bound)) return &signature;
  }
  if (!plan.annotated) return nullptr;
  for (const Signature& signature : plan.signatures) {
    if (signature.info->annotated) return &signature;
  }
  return nullptr;
}

PyObject* call_bound(NativeFunction* self, PyObject* const* bound, PyObject* const* arguments,
                     size_t count, PyObject* keyword_names) {
  const Signature* signature = choose(*self->plan, bound);
  if (signature) return call_signature(self, *signature, bound);
  if (self->plan->has_par && !issue_untyped_warning(*self->plan, self->wrapped)) return nullptr;
  return PyObject_Vectorcall(self->wrapped, arguments, count, keyword_names);
}

}  // namespace

GilTaken::GilTaken() { PyEval_RestoreThread(released); }
GilTaken::~GilTaken() { released = PyEval_SaveThread(); }

PyObject* call_function(PyObject* object, PyObject* const* arguments, size_t count,
                        PyObject* keyword_names) {
  auto* self = reinterpret_cast<NativeFunction*>(object);
  std::array<PyObject*, kMostInlineParameters> inline_bound;
  std::vector<PyObject*> more_bound;
  PyObject** bound = inline_bound.data();
  try {
    size_t parameters = self->plan->signatures[0].parameters.size();
    if (parameters > kMostInlineParameters) {
      more_bound.resize(parameters);
      bound = more_bound.data();
    }
    if (bind_arguments(self->wrapped, arguments, PyVectorcall_NARGS(count), keyword_names, bound)) {
      return call_bound(self, bound, arguments, count, keyword_names);
    }
  } catch (const std::bad_alloc&) {
    return PyErr_NoMemory();
  }
  // Fails at binding as it did here, with Python's own text.
  return PyObject_Vectorcall(self->wrapped, arguments, count, keyword_names);
}

void install_python_signals() {
  // The thread that a fork leaves in the child becomes Python's main thread.
  static const int registered =
      pthread_atfork(nullptr, nullptr, [] { main_thread = pthread_self(); });
  (void)registered;
  PyObject* threading = PyImport_ImportModule("threading");
  PyObject* thread = threading ? PyObject_CallMethod(threading, "main_thread", nullptr) : nullptr;
  PyObject* ident = thread ? PyObject_GetAttrString(thread, "ident") : nullptr;
  main_thread = ident ? PyLong_AsUnsignedLong(ident) : pthread_self();
  PyErr_Clear();
  Py_XDECREF(ident);
  Py_XDECREF(thread);
  Py_XDECREF(threading);
  install_signal_hooks({check_signals, drop_exception_object});
}

}  // namespace parc::runtime
