#include "runtime/core/progress.h"

#include <algorithm>
#include <utility>

#include "runtime/core/error.h"
#include "runtime/core/signals.h"
#include "runtime/kernel/loop.h"

namespace parc::runtime {
namespace {

constexpr parc_i64 kShowEvery = 100'000'000;  // ns

ProgressHooks hooks_ = {};

parc_i64 done_of(parc_loop* loop) {
  // Blocks that are run again, in serial order, count once.
  return std::min(__atomic_load_n(&loop->progress.done, __ATOMIC_RELAXED), loop->trip);
}

}  // namespace

void install_progress_hooks(const ProgressHooks& hooks) { hooks_ = hooks; }

void show_progress_on(parc_loop* loop, parc_state* worker) {
  if (loop->progress.bar) loop->progress.shower = worker;
}

bool look_at_progress(parc_loop* loop, parc_state* worker) {
  parc_progress& progress = loop->progress;
  if (progress.shower != worker || coarse_now() < progress.next) return false;
  void* exception = hooks_.update(progress.bar, done_of(loop));
  progress.next = coarse_now() + kShowEvery;
  if (!exception) return false;
  set_error(worker, error_of(exception));
  return true;
}

void* end_progress(parc_loop* loop) {
  void* bar = std::exchange(loop->progress.bar, nullptr);
  return bar ? hooks_.end(bar, done_of(loop)) : nullptr;
}

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" void parc_loop_progress(parc_loop* loop, parc_state* state, const parc_frame* place) {
  if (!hooks_.begin || state->parallel) return;
  parc_progress& progress = loop->progress;
  void* exception = hooks_.begin(&progress.bar, *place, loop->trip);
  progress.shower = state;
  progress.next = coarse_now() + kShowEvery;
  if (!exception) return;
  set_error(state, error_of(exception));
  parc_loop_event(loop, state, 0, PARC_EVENT_STOP);
}

extern "C" parc_i32 parc_progress_made(parc_loop* loop, parc_state* worker, parc_i64 iterations) {
  __atomic_fetch_add(&loop->progress.done, iterations, __ATOMIC_RELAXED);
  return look_at_progress(loop, worker);
}
