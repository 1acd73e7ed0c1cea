// Python's float: as the hardware's double, but division by zero and powers out of range fail.
#pragma once

#include "abi.h"

PARC_INLINE parc_f64 parc_fmod(parc_f64 a, parc_f64 b) { return __builtin_fmod(a, b); }
PARC_INLINE parc_f32 parc_fmod(parc_f32 a, parc_f32 b) { return __builtin_fmodf(a, b); }
PARC_INLINE parc_f64 parc_floor(parc_f64 a) { return __builtin_floor(a); }
PARC_INLINE parc_f32 parc_floor(parc_f32 a) { return __builtin_floorf(a); }
PARC_INLINE parc_f64 parc_copysign(parc_f64 a, parc_f64 b) { return __builtin_copysign(a, b); }
PARC_INLINE parc_f32 parc_copysign(parc_f32 a, parc_f32 b) { return __builtin_copysignf(a, b); }
PARC_INLINE parc_f64 parc_fabs(parc_f64 a) { return __builtin_fabs(a); }
PARC_INLINE parc_f32 parc_fabs(parc_f32 a) { return __builtin_fabsf(a); }
template <class T>
PARC_INLINE bool parc_finite(T x) {
  return x - x == 0;  // NOLINT(misc-redundant-expression)
}

template <class T>
struct parc_divmod {
  T quotient, remainder;
};

// Remainder with the divisor's sign, for b != 0.
template <class T>
PARC_INLINE T parc_floor_mod(T a, T b) {
  T remainder = parc_fmod(a, b);
  if (remainder == 0) return parc_copysign(T(0), b);
  return (b < 0) != (remainder < 0) ? remainder + b : remainder;
}

// Quotient and remainder of CPython and NumPy for b != 0: the remainder is exact before it takes
// the divisor's sign, and the quotient is the integer nearest to (a - remainder) / b.
template <class T>
PARC_INLINE parc_divmod<T> parc_floor_divmod(T a, T b) {
  T remainder = parc_fmod(a, b);
  T quotient = (a - remainder) / b;
  if (remainder == 0) {
    remainder = parc_copysign(T(0), b);
  } else if ((b < 0) != (remainder < 0)) {
    remainder += b;
    quotient -= T(1);
  }
  if (quotient == 0) return {parc_copysign(T(0), a / b), remainder};
  T whole = parc_floor(quotient);
  return {quotient - whole > T(0.5) ? whole + T(1) : whole, remainder};
}

PARC_INLINE bool parc_float_div(parc_f64 a, parc_f64 b, parc_f64* out) {
  *out = a / b;
  return b == 0;
}
PARC_INLINE bool parc_float_floordiv(parc_f64 a, parc_f64 b, parc_f64* out) {
  if (PARC_UNLIKELY(b == 0)) return true;
  *out = parc_floor_divmod(a, b).quotient;
  return false;
}
PARC_INLINE bool parc_float_mod(parc_f64 a, parc_f64 b, parc_f64* out) {
  if (PARC_UNLIKELY(b == 0)) return true;
  *out = parc_floor_mod(a, b);
  return false;
}

// libm's pow under names that no optimiser knows: x ** 2.0 is not x * x in the last bit.
extern "C" parc_f64 parc_libm_pow(parc_f64 a, parc_f64 b) __attribute__((const));
extern "C" parc_f32 parc_libm_powf(parc_f32 a, parc_f32 b) __attribute__((const));

// Fails for a result that is not finite from finite operands: 0 ** -1, overflow, a negative base
// with a fractional exponent (complex in Python).
PARC_INLINE bool parc_float_pow(parc_f64 a, parc_f64 b, parc_f64* out) {
  *out = parc_libm_pow(a, b);
  return PARC_UNLIKELY(!parc_finite(*out)) && parc_finite(a) && parc_finite(b);
}
