// What the code of loops is like, for reports: which checks are left in it, and which C++ loop is
// whose.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/source.h"

namespace parc::lower {

// The user's loop that a loop of the C++ text runs.
struct LoopOrigin {
  SourceRange header;
  SourceRange par;           // header of the par loop that it is, or is a part of; empty for others
  bool is_fallback = false;  // in the version for which the test before the loop was not met
};

enum class CheckKind : uint8_t {
  kBounds,     // of an index
  kOverflow,   // of Python ints
  kOperation,  // operands that Python or NumPy refuses: a zero divisor, a domain, shapes
  kStore,      // a value that the element cannot hold
};

// A test that the code makes in place, because nothing before the loop decides it.
struct RemainingCheck {
  CheckKind kind;
  SourceRange range;  // what is tested
  friend bool operator==(const RemainingCheck&, const RemainingCheck&) = default;
};

// The code of one par loop.
struct LoopCode {
  SourceRange header;
  // One test before the loop decides bounds and overflows; when it is not met, or when these arrays
  // are not contiguous along their last axis, another version runs, which tests everything in
  // place.
  bool is_tested_before = false;
  std::vector<std::string> contiguous;
  std::vector<RemainingCheck> checks;  // in the version for which the test is met
};

}  // namespace parc::lower
