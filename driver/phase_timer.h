#pragma once

#include <chrono>
#include <string>

#include "driver/driver.h"

namespace parc::driver {

// Adds the time of its life to the report's timings.
class PhaseTimer {
 public:
  PhaseTimer(Report& report, std::string phase)
      : report_(report), phase_(std::move(phase)), start_(std::chrono::steady_clock::now()) {}
  PhaseTimer(const PhaseTimer&) = delete;
  PhaseTimer& operator=(const PhaseTimer&) = delete;
  ~PhaseTimer() {
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
    report_.timings.emplace_back(phase_, seconds.count());
  }

 private:
  Report& report_;
  std::string phase_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace parc::driver
