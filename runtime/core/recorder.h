// Shadow memory of recorded par loops, and the collisions that it shows.
#pragma once

#include <string>
#include <vector>

#include "runtime/kernel/record.h"

namespace parc::runtime {

struct RecordedAccess {
  parc_i64 iteration;
  parc_i64 value;  // of the loop variable; the iteration where there is none
  bool write;
  const parc_frame* frame;
};

// Two iterations of a loop that touch one element, at least one of them writing it.
struct Collision {
  const parc_frame* loop;
  std::string variable;  // "" when the loop has none of type int
  std::string array;
  std::vector<parc_i64> subscripts;
  RecordedAccess first, second;  // in the order of the run
};

// Who is told of what happens; null: nobody.
struct RecorderSinks {
  // When a loop begins for the first time.
  void (*loop)(const parc_frame& loop) = nullptr;
  // Of collisions between the same two places in the same loop, for the first one only.
  void (*collision)(const Collision&) = nullptr;
};
void set_recorder_sinks(const RecorderSinks& sinks);

}  // namespace parc::runtime
