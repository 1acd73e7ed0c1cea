// Processes that Python's multiprocessing started.
#pragma once

namespace parc::runtime {

// Finds out, once in each process, whether it is one, and lets its loops know (core/threads.h).
// With the GIL; leaves no exception.
void look_for_worker();

}  // namespace parc::runtime
