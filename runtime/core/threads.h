// How many threads a par loop gets.
#pragma once

#include "runtime/kernel/abi.h"

namespace parc::runtime {

// Before any native code runs: starts libomp (no threads yet) and installs what makes fork safe. A
// fork in the middle of libomp's own start would leave its locks taken in the child.
void prepare_process();

// Before the first parallel region of a call: tells libomp of this thread to put its workers to
// sleep soon after a region, unless the user said something about it.
void prepare_thread();

// `requested` (0: none), else the limit that was set in this thread since the process began
// (omp_set_num_threads, threadpoolctl), else OMP_NUM_THREADS, else 1 in a worker process, else the
// CPUs that the affinity mask and the cgroup quota allow; capped by OMP_THREAD_LIMIT and by a limit
// set in this thread.
int thread_count(int requested);

// Whether this process is one of several that share out the CPUs among them. Not known at first,
// nor in the child of a fork.
bool knows_process();
void set_process_is_worker(bool is_worker);

}  // namespace parc::runtime
