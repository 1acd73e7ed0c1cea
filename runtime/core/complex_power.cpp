// Powers of complex numbers: CPython's, by repeated multiplication for small whole exponents and in
// polar form otherwise, and NumPy's.
#include <cmath>

#include "runtime/kernel/kernel.h"

namespace {

template <class C>
C power_by_squaring(C base, long exponent) {
  C result{1, 0};
  for (long mask = 1; mask <= exponent; mask <<= 1) {
    if (exponent & mask) result = parc_c_mul(result, base);
    base = parc_c_mul(base, base);
  }
  return result;
}

// Whether it is an error of CPython's, which takes the sine of an infinity for one too.
bool polar_power(parc_c128 a, parc_c128 b, parc_c128* out) {
  if (b.re == 0 && b.im == 0) return *out = parc_c128{1, 0}, false;
  if (a.re == 0 && a.im == 0) return *out = parc_c128{0, 0}, b.im != 0 || b.re < 0;
  double size = std::hypot(a.re, a.im);
  double length = std::pow(size, b.re);
  double angle = std::atan2(a.im, a.re);
  double phase = angle * b.re;
  if (b.im != 0) {
    length /= std::exp(angle * b.im);
    phase += b.im * std::log(size);
  }
  *out = parc_c128{length * std::cos(phase), length * std::sin(phase)};
  return std::isinf(phase);
}

template <class C, class T>
bool numpy_whole_power(C a, T exponent, C* out) {
  if (!(exponent > -100 && exponent < 100) || exponent != std::floor(exponent)) return false;
  long n = static_cast<long>(exponent);
  if (n == 1) return *out = a, true;
  if (n == 2) return *out = parc_c_mul(a, a), true;
  if (n == 3) return *out = parc_c_mul(a, parc_c_mul(a, a)), true;
  C result = power_by_squaring(a, n < 0 ? -n : n);
  *out = n < 0 ? parc_np_cdiv(C{1, 0}, result) : result;
  return true;
}

template <class C>
C numpy_power(C a, C b, C (*general)(C, C)) {
  if (b.re == 0 && b.im == 0) return C{1, 0};
  if (a.re == 0 && a.im == 0) {
    if (b.re > 0) return C{0, 0};
    return C{NAN, NAN};
  }
  C result;
  if (b.im == 0 && numpy_whole_power(a, b.re, &result)) return result;
  return general(a, b);
}

parc_c128 general_power(parc_c128 a, parc_c128 b) {
  _Complex double base, exponent;
  __real__ base = a.re, __imag__ base = a.im;
  __real__ exponent = b.re, __imag__ exponent = b.im;
  _Complex double result = __builtin_cpow(base, exponent);
  return {__real__ result, __imag__ result};
}

parc_c64 general_power(parc_c64 a, parc_c64 b) {
  _Complex float base, exponent;
  __real__ base = a.re, __imag__ base = a.im;
  __real__ exponent = b.re, __imag__ exponent = b.im;
  _Complex float result = __builtin_cpowf(base, exponent);
  return {__real__ result, __imag__ result};
}

}  // namespace

extern "C" {

bool parc_complex_pow(parc_c128 a, parc_c128 b, parc_c128* out) {
  bool failed = false;
  if (b.im == 0 && b.re == std::floor(b.re) && std::fabs(b.re) <= 100.0) {
    long exponent = static_cast<long>(b.re);
    if (exponent > 0) {
      *out = power_by_squaring(a, exponent);
    } else {
      failed = parc_complex_div(parc_c128{1, 0}, power_by_squaring(a, -exponent), out);
    }
  } else {
    failed = polar_power(a, b, out);
  }
  return failed || std::isinf(out->re) || std::isinf(out->im);
}

parc_c128 parc_np_cpow128(parc_c128 a, parc_c128 b) {
  return numpy_power<parc_c128>(a, b, general_power);
}
parc_c64 parc_np_cpow64(parc_c64 a, parc_c64 b) {
  return numpy_power<parc_c64>(a, b, general_power);
}

}  // extern "C"
