#include "runtime/core/warnings.h"

#include <new>
#include <utility>

namespace parc::runtime {
namespace {

// Of the thread that called from Python: only loops outside parallel regions are noted, and they
// run there.
thread_local std::vector<SerialRun> noted;

}  // namespace

bool has_serial_runs() { return !noted.empty(); }

std::vector<SerialRun> take_serial_runs() { return std::exchange(noted, {}); }

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" void parc_serial_warning(parc_state* state, const parc_frame* frame,
                                    const char* reason) {
  if (state->parallel) return;
  for (SerialRun& run : noted) {
    if (run.place == frame && run.reason == reason) {
      ++run.count;
      return;
    }
  }
  try {
    noted.push_back({frame, reason, 1});
  } catch (const std::bad_alloc&) {
    // The result is right without the warning.
  }
}
