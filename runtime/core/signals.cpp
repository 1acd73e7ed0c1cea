#include "runtime/core/signals.h"

#include <time.h>

#include "runtime/core/error.h"

namespace parc::runtime {
namespace {

constexpr parc_i64 kMillisecond = 1'000'000;
constexpr parc_i64 kLookEvery = 50 * kMillisecond;
// Where other Python threads keep the GIL busy, a look costs up to 5 ms of waiting: look less
// often.
constexpr parc_i64 kLookEveryBusy = 100 * kMillisecond;
constexpr parc_i64 kBusyLook = kMillisecond;
constexpr parc_i64 kTickBudget = 10'000;

SignalHooks hooks_ = {};
thread_local parc_i64 next_look = 0;

parc_i64 now(clockid_t clock) {
  timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1'000'000'000LL + t.tv_nsec;
}

void stop_loops(parc_loop* loop) {
  for (; loop; loop = loop->caller->loop) __atomic_store_n(&loop->stop, 1, __ATOMIC_RELAXED);
}

// An outer loop that stops takes the loops inside its iterations along.
bool stopping(parc_loop* innermost) {
  for (parc_loop* loop = innermost; loop; loop = loop->caller->loop) {
    if (!__atomic_load_n(&loop->stop, __ATOMIC_RELAXED)) continue;
    for (parc_loop* inner = innermost; inner != loop; inner = inner->caller->loop) {
      __atomic_store_n(&inner->stop, 1, __ATOMIC_RELAXED);
    }
    return true;
  }
  return false;
}

}  // namespace

void install_signal_hooks(const SignalHooks& hooks) { hooks_ = hooks; }

void drop_exception(void* exception) {
  if (hooks_.drop) hooks_.drop(exception);
}

parc_error* error_of(void* exception) {
  parc_error* error = new_error(kRaiseException, nullptr, nullptr);
  if (error->fixed) {
    drop_exception(exception);
  } else {
    error->exception = exception;
  }
  return error;
}

parc_i64 coarse_now() { return now(CLOCK_MONOTONIC_COARSE); }

void restart_signal_clock() { next_look = coarse_now() + kLookEvery; }

bool look_at_signals(parc_state* state) {
  if (!hooks_.check || coarse_now() < next_look) return false;
  parc_i64 start = now(CLOCK_MONOTONIC);
  void* exception = hooks_.check();
  bool busy = now(CLOCK_MONOTONIC) - start > kBusyLook;
  next_look = coarse_now() + (busy ? kLookEveryBusy : kLookEvery);
  if (!exception) return false;
  set_error(state, error_of(exception));
  stop_loops(state->loop);
  return true;
}

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_i32 parc_tick(parc_state* state, parc_i64* budget) {
  *budget = kTickBudget;
  if (state->loop && stopping(state->loop)) return 1;
  return state->calling && look_at_signals(state);
}
