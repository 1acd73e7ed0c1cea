#include "ir/analysis/interval.h"

#include <initializer_list>

namespace parc::ir {
namespace {

Interval hull(std::initializer_list<Wide> values) { return {std::min(values), std::max(values)}; }

Wide floor_div(Wide a, Wide b) {
  Wide quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

// 2^k - 1 for the smallest k with value <= it; value >= 0.
Wide all_ones(Wide value) {
  Wide mask = 0;
  while (mask < value) mask = mask * 2 + 1;
  return mask;
}

}  // namespace

Interval add(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  return {a.lo + b.lo, a.hi + b.hi};
}

Interval subtract(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  return {a.lo - b.hi, a.hi - b.lo};
}

Interval multiply(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  return hull({a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi});
}

Interval floor_divide(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  Interval result;
  // The quotient is monotonous in the divisor on each side of zero.
  for (Interval side : {b.meet({1, b.hi}), b.meet({b.lo, -1})}) {
    if (side.empty()) continue;
    result = result.join(hull({floor_div(a.lo, side.lo), floor_div(a.lo, side.hi),
                               floor_div(a.hi, side.lo), floor_div(a.hi, side.hi)}));
  }
  return result;
}

Interval modulo(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  Interval result;
  if (b.hi > 0) {
    bool unchanged = a.lo >= 0 && b.lo > 0 && a.hi < b.lo;
    Wide top = a.lo >= 0 ? std::min(a.hi, b.hi - 1) : b.hi - 1;
    result = unchanged ? a : Interval{0, top};
  }
  if (b.lo < 0) {
    Wide bottom = a.hi <= 0 ? std::max(a.lo, b.lo + 1) : b.lo + 1;
    result = result.join({bottom, 0});
  }
  return result;
}

Interval shift_left(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  Interval amount = b.meet({0, 62});
  if (b.lo < 0 || b.hi > 62) return {Wide{INT64_MIN} * 4, Wide{INT64_MAX} * 4};
  return multiply(a,
                  {Wide{1} << static_cast<int>(amount.lo), Wide{1} << static_cast<int>(amount.hi)});
}

Interval shift_right(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  int least = static_cast<int>(std::clamp<Wide>(b.lo, 0, 64));
  int most = static_cast<int>(std::clamp<Wide>(b.hi, 0, 64));
  return hull({a.lo >> least, a.lo >> most, a.hi >> least, a.hi >> most});
}

Interval bit_and(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  if (a.lo >= 0 && b.lo >= 0) return {0, std::min(a.hi, b.hi)};
  if (a.lo >= 0) return {0, a.hi};
  if (b.lo >= 0) return {0, b.hi};
  return bit_or_xor(a, b);
}

Interval bit_or_xor(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  Wide mask = all_ones(std::max({a.hi, b.hi, -a.lo - 1, -b.lo - 1, Wide{0}}));
  return {a.lo >= 0 && b.lo >= 0 ? 0 : -mask - 1, mask};
}

Interval absolute(Interval a) {
  if (a.empty()) return {};
  Wide most = std::max(-a.lo, a.hi);
  return {a.contains(0) ? Wide{0} : std::min(a.lo < 0 ? -a.hi : a.lo, most), most};
}

Interval minimum(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  return {std::min(a.lo, b.lo), std::min(a.hi, b.hi)};
}

Interval maximum(Interval a, Interval b) {
  if (a.empty() || b.empty()) return {};
  return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)};
}

}  // namespace parc::ir
