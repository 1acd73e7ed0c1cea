// round(x, digits) of Python: the double nearest to the decimal number that is nearest to x's exact
// value.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "runtime/kernel/kernel.h"

namespace {

constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                              1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// Both the product and the quotient with an exact power of ten are rounded once: the result is
// right unless the product is close to a tie.
bool round_by_scaling(double x, parc_i64 digits, double* out) {
  if (digits < 0 || digits > 22) return false;
  double scaled = x * kPowers[digits];
  if (!(std::fabs(scaled) < 0x1p50)) return false;
  double distance = std::fabs(std::fabs(scaled - std::trunc(scaled)) - 0.5);
  if (distance <= std::fabs(scaled) * 0x1p-51) return false;
  *out = std::rint(scaled) / kPowers[digits];
  return true;
}

// x is less than 10**count: 0 or that power, whichever is nearer, 0 at a tie.
double round_to_leading(double x, int count) {
  char text[400];
  std::snprintf(text, sizeof text, "%.330e", std::fabs(x));  // all digits
  bool up = text[0] > '5';
  if (text[0] == '5') {
    for (const char* digit = text + 1; *digit != 'e'; ++digit) up |= *digit >= '1' && *digit <= '9';
  }
  std::snprintf(text, sizeof text, "1e%d", count);
  return std::copysign(up ? std::strtod(text, nullptr) : 0.0, x);
}

// The C library prints and reads exactly, ties to even.
double round_by_printing(double x, int digits) {
  char text[800];
  if (digits >= 0) {
    std::snprintf(text, sizeof text, "%.*f", digits, x);
    return std::strtod(text, nullptr);
  }
  std::snprintf(text, sizeof text, "%.17e", x);
  const char* mark = text;
  while (*mark != 'e') ++mark;
  // Digits that stay, from the leading one.
  int kept = static_cast<int>(std::strtol(mark + 1, nullptr, 10)) + 1 + digits;
  if (kept < 0) return std::copysign(0.0, x);
  if (kept == 0) return round_to_leading(x, -digits);
  std::snprintf(text, sizeof text, "%.*e", kept - 1, x);
  return std::strtod(text, nullptr);
}

}  // namespace

extern "C" bool parc_float_round(parc_f64 x, parc_i64 digits, parc_f64* out) {
  *out = x;
  // Beyond 323 digits every double is itself; below -308 none is left.
  if (x == 0 || !std::isfinite(x) || digits > 323) return false;
  if (digits < -308) {
    *out = 0.0 * x;
    return false;
  }
  if (!round_by_scaling(x, digits, out)) *out = round_by_printing(x, static_cast<int>(digits));
  return std::isinf(*out);
}

// As NumPy does: multiplied up from 1e9.
extern "C" parc_f64 parc_power_of_ten(parc_i64 digits) {
  if (digits > 400) return HUGE_VAL;
  double power = kPowers[digits < 9 ? digits : 9];
  for (; digits > 9; --digits) power *= 10.0;
  return power;
}
