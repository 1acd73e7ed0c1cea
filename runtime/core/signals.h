// How native code looks at Python's signals without knowing Python: runtime/python installs the
// hooks.
#pragma once

#include "runtime/kernel/abi.h"

namespace parc::runtime {

struct SignalHooks {
  // Runs the pending signal handlers with the GIL; gives back the exception that one raised
  // (owned), or null. Called on a thread whose state has `calling` set, without the GIL.
  void* (*check)();
  void (*drop)(void* exception);  // gives the exception up; takes the GIL when needed
};
void install_signal_hooks(const SignalHooks& hooks);
void drop_exception(void* exception);
// The error that stands for a Python exception; takes it over.
parc_error* error_of(void* exception);

// At the start of a call from Python: the interpreter has just looked.
void restart_signal_clock();
// When 50 ms have passed since the last look, looks; true when a handler raised: the exception is
// in the state, and every loop that the thread is in is told to stop.
bool look_at_signals(parc_state* state);
// Nanoseconds of a clock that is cheap to read and a few milliseconds coarse.
parc_i64 coarse_now();

}  // namespace parc::runtime
