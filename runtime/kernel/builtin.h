// Built-in functions: abs, min, max, round, divmod, pow with three arguments.
#pragma once

#include "abi.h"
#include "complex.h"
#include "convert.h"
#include "float.h"
#include "int.h"
#include "npint.h"

// Python's: a later argument wins only when it is less (greater).
template <class T>
PARC_INLINE T parc_min(T a, T b) {
  if constexpr (parc_is_complex<T>) {
    return parc_c_lt(b, a) ? b : a;
  } else {
    return b < a ? b : a;
  }
}
template <class T>
PARC_INLINE T parc_max(T a, T b) {
  if constexpr (parc_is_complex<T>) {
    return parc_c_lt(a, b) ? b : a;
  } else {
    return b > a ? b : a;
  }
}
template <class T, class... More>
PARC_INLINE T parc_min(T a, T b, T c, More... more) {
  return parc_min<T>(parc_min<T>(a, b), c, more...);
}
template <class T, class... More>
PARC_INLINE T parc_max(T a, T b, T c, More... more) {
  return parc_max<T>(parc_max<T>(a, b), c, more...);
}

PARC_INLINE bool parc_complex_abs(parc_c128 x, parc_f64* out) {
  *out = __builtin_hypot(x.re, x.im);
  return PARC_UNLIKELY(!parc_finite(*out)) && parc_finite(x.re) && parc_finite(x.im);
}

PARC_INLINE bool parc_int_divmod(parc_i64 a, parc_i64 b, parc_i64* quotient, parc_i64* remainder) {
  return parc_int_floordiv(a, b, quotient) || parc_int_mod(a, b, remainder);
}
PARC_INLINE bool parc_float_divmod(parc_f64 a, parc_f64 b, parc_f64* quotient,
                                   parc_f64* remainder) {
  if (PARC_UNLIKELY(b == 0)) return true;
  parc_divmod<parc_f64> both = parc_floor_divmod(a, b);
  *quotient = both.quotient;
  *remainder = both.remainder;
  return false;
}

PARC_INLINE bool parc_round(parc_f64 x, parc_i64* out) {
  return parc_float_to(__builtin_rint(x), out);
}
extern "C" bool parc_float_round(parc_f64 x, parc_i64 digits, parc_f64* out);
extern "C" bool parc_int_round(parc_i64 x, parc_i64 digits, parc_i64* out);
extern "C" bool parc_int_powmod(parc_i64 base, parc_i64 exponent, parc_i64 modulus, parc_i64* out);
