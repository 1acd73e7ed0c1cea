// Intervals of integers, wide enough for the exact result of one operation on 64-bit values.
#pragma once

#include <algorithm>
#include <cstdint>

namespace parc::ir {

using Wide = __int128;

// All integers from lo to hi; empty when lo > hi.
struct Interval {
  Wide lo = 1;
  Wide hi = 0;

  static Interval of(Wide value) { return {value, value}; }
  static Interval all_int64() { return {INT64_MIN, INT64_MAX}; }
  bool empty() const { return lo > hi; }
  bool contains(Wide value) const { return lo <= value && value <= hi; }
  bool within(Interval outer) const { return empty() || (outer.lo <= lo && hi <= outer.hi); }
  bool fits_int64() const { return within(all_int64()); }
  Interval join(Interval other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    return {std::min(lo, other.lo), std::max(hi, other.hi)};
  }
  Interval meet(Interval other) const { return {std::max(lo, other.lo), std::min(hi, other.hi)}; }
  friend bool operator==(Interval a, Interval b) {
    return (a.empty() && b.empty()) || (a.lo == b.lo && a.hi == b.hi);
  }
};

// Exact results for all pairs of values of 64-bit operands (empty when an operand is).
Interval add(Interval a, Interval b);
Interval subtract(Interval a, Interval b);
Interval multiply(Interval a, Interval b);
// Python's `//` and `%`, for values where the divisor is not zero.
Interval floor_divide(Interval a, Interval b);
Interval modulo(Interval a, Interval b);
Interval shift_left(Interval a, Interval b);
Interval shift_right(Interval a, Interval b);
Interval bit_and(Interval a, Interval b);
// A bound of both `|` and `^`.
Interval bit_or_xor(Interval a, Interval b);
Interval absolute(Interval a);
Interval minimum(Interval a, Interval b);
Interval maximum(Interval a, Interval b);

}  // namespace parc::ir
