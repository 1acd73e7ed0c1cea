// A par loop in flight: its size, its workers, and the lowest iteration that left it.
#include <linux/futex.h>
#include <omp.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "runtime/core/error.h"
#include "runtime/core/fork_gate.h"
#include "runtime/core/progress.h"
#include "runtime/core/signals.h"
#include "runtime/core/stack.h"
#include "runtime/core/threads.h"

namespace parc::runtime {
namespace {

// A loop of less work than this, in nanoseconds by the compiler's estimate, runs on the calling
// thread: waking the workers costs as much. PARC_SMALL=0 switches the threshold off.
constexpr parc_i64 kSmallWork = 20'000;
constexpr int kPauses = 50;
constexpr int kYields = 400;
constexpr parc_i64 kSleep = 10'000'000;
constexpr parc_i64 kBudget = 10'000;

// What parc_loop::reserved holds.
enum Reserved { kLock, kInterrupt, kSleeping, kTeam };

// The numbers of the events in parc_loop::event.
enum Event { kNone, kError, kBreak, kReturn, kInterrupted };

// Threads that the region really has; for thread 0 only.
parc_i64& team_of(parc_loop* loop) { return *reinterpret_cast<parc_i64*>(&loop->reserved[kTeam]); }

parc_error*& interrupt_of(parc_loop* loop) {
  return *reinterpret_cast<parc_error**>(&loop->reserved[kInterrupt]);
}

// Guards `cut`, `event` and the errors; held for a few instructions.
class LoopLock {
 public:
  explicit LoopLock(parc_loop* loop) : word_(&loop->reserved[kLock]) {
    while (__atomic_exchange_n(word_, this, __ATOMIC_ACQUIRE)) __builtin_ia32_pause();
  }
  ~LoopLock() { __atomic_store_n(word_, nullptr, __ATOMIC_RELEASE); }
  LoopLock(const LoopLock&) = delete;
  LoopLock& operator=(const LoopLock&) = delete;

 private:
  void** word_;
};

void keep_interrupt(parc_loop* loop, parc_error* error) {
  LoopLock lock(loop);
  __atomic_store_n(&loop->stop, 1, __ATOMIC_RELAXED);
  free_error(interrupt_of(loop));
  interrupt_of(loop) = error;
}

void futex_wait(parc_i32* word, parc_i32 seen, parc_i64 nanoseconds) {
  timespec t = {0, static_cast<long>(nanoseconds)};
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, seen, &t, nullptr, 0);
}

void futex_wake(parc_i32* word) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

// Thread 0: spins about as long as a worker does after a region (waking a thread that sleeps can
// take 300 us), then sleeps in short pieces between looks at the signals.
void wait_for_workers(parc_loop* loop, parc_state* worker) {
  parc_i64 others = team_of(loop) - 1;
  auto finished = [&] { return __atomic_load_n(&loop->finished, __ATOMIC_ACQUIRE); };
  for (int yields = 0; yields < kYields; ++yields) {
    for (int k = 0; k < kPauses && finished() < others; ++k) __builtin_ia32_pause();
    if (finished() >= others) return;
    sched_yield();  // where there are more threads than CPUs, to the workers
  }
  __atomic_store_n(&loop->reserved[kSleeping], loop, __ATOMIC_SEQ_CST);
  for (parc_i32 seen; (seen = finished()) < others;) {
    futex_wait(&loop->finished, seen, kSleep);
    if ((worker->calling && look_at_signals(worker)) || look_at_progress(loop, worker)) {
      keep_interrupt(loop, worker->error);
      worker->error = nullptr;
    }
  }
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_i32 parc_loop_is_small(parc_i64 trip, parc_i64 weight) {
  static const char* const setting = getenv("PARC_SMALL");
  static const bool off = setting && strcmp(setting, "0") == 0;
  parc_i64 work;
  return !off && !__builtin_mul_overflow(trip, std::max<parc_i64>(weight, 1), &work) &&
         work < kSmallWork;
}

extern "C" void parc_loop_begin(parc_loop* loop, parc_state* state, parc_i64 trip, parc_i64 block,
                                parc_i64 chunk, parc_i64 weight, parc_i32 max_threads,
                                parc_i32 serial) {
  *loop = {};
  loop->trip = std::max<parc_i64>(trip, 0);
  loop->block = std::max<parc_i64>(block, 1);
  loop->blocks = loop->trip / loop->block + (loop->trip % loop->block != 0);
  loop->cut = INT64_MAX;
  loop->threads = 1;
  loop->caller = state;
  loop->schedule_blocks = chunk <= 0 ? 1 : chunk / loop->block + (chunk % loop->block != 0);
  if (serial || state->parallel || loop->blocks <= 1 || parc_loop_is_small(loop->trip, weight)) {
    return;
  }
  prepare_process();
  enter_gate();  // until thread 0 is in the region
  prepare_thread();
  loop->threads =
      static_cast<parc_i32>(std::min<parc_i64>(thread_count(max_threads), loop->blocks));
  if (loop->threads == 1) leave_gate();
}

extern "C" void parc_worker_begin(parc_loop* loop, parc_state* worker) {
  parc_state* caller = loop->caller;
  bool shared = loop->threads > 1;
  bool first = !shared || omp_get_thread_num() == 0;
  if (shared && first) {
    team_of(loop) = omp_get_num_threads();  // libomp may have given fewer than were asked for
    leave_gate();
  }
  if (first) show_progress_on(loop, worker);
  worker->error = nullptr;
  worker->stack_limit = first ? caller->stack_limit : stack_limit();
  worker->loop = loop;
  worker->budget = kBudget;
  worker->parallel = caller->parallel || shared;
  worker->calling = first && caller->calling;
  worker->recorder = nullptr;
}

extern "C" void parc_loop_event(parc_loop* loop, parc_state* worker, parc_i64 iteration,
                                parc_i32 event) {
  parc_error* error = worker->error;
  worker->error = nullptr;
  if (error && error->kind == kRaiseException) return keep_interrupt(loop, error);
  if (!error && (event == kError || event == kInterrupted)) {
    // This loop is stopping, or one around it.
    __atomic_store_n(&loop->stop, 1, __ATOMIC_RELAXED);
    return;
  }
  LoopLock lock(loop);
  if (iteration < loop->cut) {
    free_error(loop->error);
    loop->error = event == kError ? error : nullptr;
    loop->event = event;
    __atomic_store_n(&loop->cut, iteration, __ATOMIC_RELAXED);
    if (event == kError) error = nullptr;
  }
  free_error(error);
}

extern "C" void parc_worker_end(parc_loop* loop, parc_state* worker) {
  // What failed outside the iterations, or a signal handler that raised.
  if (worker->error) parc_loop_event(loop, worker, INT64_MAX - 1, kError);
  if (loop->threads <= 1) return;
  if (omp_get_thread_num() == 0) {
    wait_for_workers(loop, worker);
    return enter_gate();  // until the region is left
  }
  __atomic_add_fetch(&loop->finished, 1, __ATOMIC_SEQ_CST);
  if (__atomic_load_n(&loop->reserved[kSleeping], __ATOMIC_SEQ_CST)) futex_wake(&loop->finished);
}

extern "C" parc_i32 parc_loop_end(parc_loop* loop, parc_state* state) {
  if (loop->threads > 1) leave_gate();
  if (void* exception = end_progress(loop)) keep_interrupt(loop, error_of(exception));
  if (parc_error* interrupt = interrupt_of(loop)) {
    free_error(loop->error);
    set_error(state, interrupt);
    return kError;
  }
  if (loop->stop) {
    free_error(loop->error);
    return kError;
  }
  if (loop->event == kError) set_error(state, loop->error);
  return loop->event;
}

extern "C" parc_i64 parc_loop_rest(parc_loop* loop) {
  const parc_i64 block = loop->cut / loop->block;
  if (loop->event != kError || loop->stop || interrupt_of(loop) || block >= loop->blocks) {
    return loop->blocks;
  }
  if (loop->threads > 1) leave_gate();
  loop->threads = 1;
  free_error(std::exchange(loop->error, nullptr));
  loop->event = kNone;
  loop->cut = INT64_MAX;
  return block;
}

extern "C" void parc_loop_again(parc_loop* loop) {
  if (loop->threads <= 1) return;
  loop->finished = 0;
  loop->reserved[kSleeping] = nullptr;
  enter_gate();  // until thread 0 is in the region
}

extern "C" void parc_loop_applied(parc_loop* loop, parc_loop* apply, parc_state* state,
                                  parc_i64 first_block) {
  bool interrupted = interrupt_of(apply) || apply->stop;
  parc_i64 place = apply->cut;
  if (parc_loop_end(apply, state) == kNone) return;
  parc_error* error = std::exchange(state->error, nullptr);
  if (interrupted) return keep_interrupt(loop, error);
  parc_i64 iteration = (first_block + parc_applied_block(place)) * loop->block;
  if (loop->event == kError && loop->cut < iteration) return free_error(error);
  free_error(loop->error);
  loop->error = error;
  loop->event = kError;
  loop->cut = iteration;
}
