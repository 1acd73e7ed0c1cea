// math.gamma and math.lgamma as CPython computes them: Lanczos' approximation with g = 6.0246… and
// 13 terms (Godfrey's coefficients, in the rational form that Boost made known), with the rounding
// error of the argument corrected, and the reflection formula for negative arguments.
#include <cmath>
#include <iterator>
#include <limits>

#include "runtime/kernel/kernel.h"

namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kG = 6.024680040776729583740234375;
constexpr double kNumerator[] = {23531376880.410759688572007674451636754734846804940,
                                 42919803642.649098768957899047001988850926355848959,
                                 35711959237.355668049440185451547166705960488635843,
                                 17921034426.037209699919755754458931112671403265390,
                                 6039542586.3520280050642916443072979210699388420708,
                                 1439720407.3117216736632230727949123939715485786372,
                                 248874557.86205415651146038641322942321632125127801,
                                 31426415.585400194380614231628318205362874684987640,
                                 2876370.6289353724412254090516208496135991145378768,
                                 186056.26539522349504029498971604569928220784236328,
                                 8071.6720023658162106380029022722506138218516325024,
                                 210.82427775157934587250973392071336271166969580291,
                                 2.5066282746310002701649081771338373386264310793408};
// x (x + 1) … (x + 11), expanded.
constexpr double kDenominator[] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                   45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                   1925.0,     66.0,       1.0};
constexpr int kTerms = 13;

double lanczos_sum(double x) {
  double above = 0.0, below = 0.0;
  if (x < 5.0) {
    for (int i = kTerms; --i >= 0;) {
      above = above * x + kNumerator[i];
      below = below * x + kDenominator[i];
    }
  } else {  // in powers of 1 / x, which do not overflow
    for (int i = 0; i < kTerms; ++i) {
      above = above / x + kNumerator[i];
      below = below / x + kDenominator[i];
    }
  }
  return above / below;
}

// sin(pi x), exact where it is 0 or 1.
double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0);
  double result = 0.0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0:
      result = std::sin(kPi * y);
      break;
    case 1:
      result = std::cos(kPi * (y - 0.5));
      break;
    case 2:
      result = std::sin(kPi * (1.0 - y));
      break;
    case 3:
      result = -std::cos(kPi * (y - 1.5));
      break;
    case 4:
      result = std::sin(kPi * (y - 2.0));
      break;
  }
  return std::copysign(1.0, x) * result;
}

double factorial_below(double x) {
  double product = 1.0;
  for (double k = 2.0; k < x; k += 1.0) product *= k;
  return product;
}

// What adding g - 0.5 to |x| lost: the part of it that rounding cut off.
double rounding_error(double absolute, double sum) {
  const double shift = kG - 0.5;
  if (absolute > shift) return (sum - absolute) - shift;
  return (sum - shift) - absolute;
}

double gamma_positive_power(double value, double y, double absolute) {
  if (absolute < 140.0) return value * std::pow(y, absolute - 0.5);
  double root = std::pow(y, absolute / 2.0 - 0.25);
  return value * root * root;
}

double gamma_negative_power(double value, double y, double absolute) {
  if (absolute < 140.0) return value / std::pow(y, absolute - 0.5);
  double root = std::pow(y, absolute / 2.0 - 0.25);
  return value / root / root;
}

}  // namespace

extern "C" parc_f64 parc_libm_gamma(parc_f64 x) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  if (!std::isfinite(x)) return x > 0 || x != x ? x : nan;
  if (x == 0.0) return nan;  // CPython's ValueError, not an OverflowError
  if (x == std::floor(x)) {
    if (x < 0.0) return nan;
    if (x <= 23.0) return factorial_below(x);
  }
  double absolute = std::fabs(x);
  if (absolute < 1e-20) return 1.0 / x;
  if (absolute > 200.0) {
    return x < 0.0 ? 0.0 / sin_pi(x) : std::numeric_limits<double>::infinity();
  }
  double y = absolute + (kG - 0.5);
  double z = rounding_error(absolute, y) * kG / y;
  if (x < 0.0) {
    double value = -kPi / sin_pi(absolute) / absolute * std::exp(y) / lanczos_sum(absolute);
    value -= z * value;
    return gamma_negative_power(value, y, absolute);
  }
  double value = lanczos_sum(absolute) / std::exp(y);
  value += z * value;
  return gamma_positive_power(value, y, absolute);
}

extern "C" parc_f64 parc_libm_lgamma(parc_f64 x) {
  if (!std::isfinite(x)) return x != x ? x : std::fabs(x);
  if (x == std::floor(x) && x <= 2.0) {
    return x <= 0.0 ? std::numeric_limits<double>::quiet_NaN() : 0.0;
  }
  double absolute = std::fabs(x);
  if (absolute < 1e-20) return -std::log(absolute);
  double result = std::log(lanczos_sum(absolute)) - kG;
  result += (absolute - 0.5) * (std::log(absolute + kG - 0.5) - 1);
  if (x < 0.0)
    result = kLogPi - std::log(std::fabs(sin_pi(absolute))) - std::log(absolute) - result;
  return result;
}
