#include "runtime/core/fork_gate.h"

#include <pthread.h>
#include <sched.h>
#include <time.h>

#include <atomic>

namespace parc::runtime {
namespace {

std::atomic<int> inside{0};
std::atomic<int> forking{0};
thread_local bool is_inside = false;
void (*in_child_)();

// A safeguard only: those who are inside leave within microseconds, or a thread's creation at most.
constexpr int kLongestWait = 1000;  // milliseconds

void before_fork() {
  forking.fetch_add(1);
  for (int k = 0; k < kLongestWait && inside.load() > 0; ++k) {
    timespec t = {0, 1'000'000};
    if (k > 0) nanosleep(&t, nullptr);
    for (int spin = 0; spin < 1000 && inside.load() > 0; ++spin) __builtin_ia32_pause();
  }
}

void after_in_parent() { forking.fetch_sub(1); }

void after_in_child() {
  is_inside = false;
  inside.store(0);
  forking.store(0);
  in_child_();
}

}  // namespace

void enter_gate() {
  if (is_inside) return;
  is_inside = true;
  for (;;) {
    inside.fetch_add(1);
    if (forking.load() == 0) return;
    inside.fetch_sub(1);
    while (forking.load() > 0) sched_yield();
  }
}

void leave_gate() {
  if (!is_inside) return;
  is_inside = false;
  inside.fetch_sub(1);
}

void install_fork_gate(void (*in_child)()) {
  in_child_ = in_child;
  pthread_atfork(before_fork, after_in_parent, after_in_child);
}

}  // namespace parc::runtime
