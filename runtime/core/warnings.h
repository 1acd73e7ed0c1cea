// parc.SerialWarning: noted while native code runs, issued by runtime/python after the call.
#pragma once

#include <vector>

#include "runtime/kernel/abi.h"

namespace parc::runtime {

struct SerialRun {
  const parc_frame* place;
  const char* reason;
  parc_i64 count;  // runs of that loop for that reason
};

// What the calling thread noted since the last take (the order of first occurrence).
bool has_serial_runs();
std::vector<SerialRun> take_serial_runs();

}  // namespace parc::runtime
