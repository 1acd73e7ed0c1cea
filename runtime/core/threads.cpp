#include "runtime/core/threads.h"

#include <ctype.h>
#include <errno.h>
#include <omp.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>

#include "runtime/core/cgroup.h"
#include "runtime/core/fork_gate.h"

namespace parc::runtime {
namespace {

// Milliseconds that a worker spins after a region: long enough for loops that follow each other,
// short enough to leave the CPU to others.
constexpr int kBlockTime = 1;

// What libomp gives a thread that set nothing; 0: not asked yet.
std::atomic<int> default_threads{0};

// Grows in the child of a fork, where libomp starts anew.
std::atomic<int> generation{1};

enum class Process : int { kUnknown, kAlone, kWorker };
std::atomic<Process> process{Process::kUnknown};

void* ask_default(void* result) {
  *static_cast<int*>(result) = omp_get_max_threads();
  return nullptr;
}

// A limit of this thread is told from the default by asking a thread that never set one.
int default_thread_count() {
  int known = default_threads.load(std::memory_order_relaxed);
  if (known) return known;
  pthread_t thread;
  if (pthread_create(&thread, nullptr, ask_default, &known) == 0) {
    pthread_join(thread, nullptr);
  } else {
    known = omp_get_max_threads();
  }
  default_threads.store(known, std::memory_order_relaxed);
  return known;
}

bool given(const char* variable) {
  const char* value = getenv(variable);
  return value && *value;
}

int affinity_cpus() {
  for (int most = 1024; most <= 1 << 20; most *= 8) {
    cpu_set_t* set = CPU_ALLOC(most);
    size_t size = CPU_ALLOC_SIZE(most);
    if (!set) break;
    int failed = sched_getaffinity(0, size, set);
    bool larger = failed && errno == EINVAL;
    int count = failed ? 0 : CPU_COUNT_S(size, set);
    CPU_FREE(set);
    if (!larger) return std::max(1, count);
  }
  return 1;
}

int available_cpus() {
  if (process.load(std::memory_order_relaxed) == Process::kWorker) return 1;
  int quota = cgroup_quota();
  int cpus = affinity_cpus();
  return quota ? std::min(quota, cpus) : cpus;
}

// Numbers with commas between them, as OpenMP defines OMP_NUM_THREADS, none beyond what a process
// can have.
bool is_thread_list(const char* text) {
  constexpr long kMost = 1 << 15;
  for (;; ++text) {
    char* end = nullptr;
    const long count = isdigit(static_cast<unsigned char>(*text)) ? strtol(text, &end, 10) : -1;
    if (count < 0 || count > kMost) return false;
    text = end;
    if (*text != ',') return *text == 0;
  }
}

// libomp ends the process over an empty value and some others. They count as not given, also for
// the child of a fork, which reads it again.
void drop_broken_thread_list() {
  const char* list = getenv("OMP_NUM_THREADS");
  if (list && !is_thread_list(list)) unsetenv("OMP_NUM_THREADS");
}

// joblib and scikit-learn set KMP_INIT_AT_FORK=FALSE for the process, with which libomp would wait
// in the child of a fork for workers that are not there. libomp reads it once.
void start_libomp() {
  drop_broken_thread_list();
  constexpr const char* kVariable = "KMP_INIT_AT_FORK";
  const char* found = getenv(kVariable);
  const std::string before = found ? found : "";
  if (found) setenv(kVariable, "TRUE", 1);
  omp_get_max_threads();
  if (found) setenv(kVariable, before.c_str(), 1);
}

void after_fork_in_child() {
  default_threads.store(0);
  generation.fetch_add(1);
  process.store(Process::kUnknown);
  reset_cgroup_quota();
}

}  // namespace

void prepare_process() {
  static std::once_flag installed;
  std::call_once(installed, [] {
    start_libomp();
    install_fork_gate(after_fork_in_child);
  });
}

void prepare_thread() {
  static const bool left_alone = given("KMP_BLOCKTIME") || given("OMP_WAIT_POLICY");
  static thread_local int prepared = 0;
  int current = generation.load(std::memory_order_relaxed);
  if (prepared == current) return;
  prepared = current;
  if (!left_alone) kmp_set_blocktime(kBlockTime);
}

bool knows_process() { return process.load(std::memory_order_relaxed) != Process::kUnknown; }

void set_process_is_worker(bool is_worker) {
  process.store(is_worker ? Process::kWorker : Process::kAlone, std::memory_order_relaxed);
}

int thread_count(int requested) {
  static const bool environment = given("OMP_NUM_THREADS");
  int usual = default_thread_count();
  int current = omp_get_max_threads();
  bool limited = current != usual;
  int count = requested > 0 ? requested : limited || environment ? current : available_cpus();
  if (limited) count = std::min(count, current);
  return std::max(1, std::min(count, omp_get_thread_limit()));
}

}  // namespace parc::runtime
