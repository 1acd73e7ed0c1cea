// Which loops to suggest, from what the trial found.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "driver/suggest/serial_loops.h"
#include "driver/suggest/trial.h"

namespace parc::driver {

enum class Choice : uint8_t {
  kSuggested,
  kInside,  // in a loop that is suggested: not spoken of
  kLeft,
};

struct LoopChoice {
  Choice choice = Choice::kInside;
  std::string reason;  // kLeft: "it has at most 3 iterations"; empty: the trial's result says why
};

// The outermost loops of each nest that are proven and worth it. Functions in `unfit` cannot be
// compiled: none of their loops is chosen.
std::vector<LoopChoice> choose_loops(const SerialLoops& found,
                                     const std::vector<TrialResult>& results,
                                     const std::set<std::string>& unfit);

}  // namespace parc::driver
