// Python's module math. Bits are the interpreter's: libm under names that no optimiser rewrites or
// vectorises, and CPython's own algorithms from the runtime library. An argument outside of the
// domain, or a result out of range, fails.
#pragma once

#include "abi.h"
#include "convert.h"
#include "float.h"
#include "int.h"

#define PARC_NAN __builtin_nan("")
#define PARC_INF __builtin_inf()

// Whether CPython raises for a result r at x: a NaN from a number, an infinity from a finite one.
PARC_INLINE bool parc_math_bad(parc_f64 x, parc_f64 r) {
  return PARC_UNLIKELY(!parc_finite(r)) && (parc_finite(x) || (r != r && x == x));
}

#define PARC_MATH_FAILS(name)                                            \
  extern "C" parc_f64 parc_libm_##name(parc_f64) __attribute__((const)); \
  PARC_INLINE bool parc_math_##name(parc_f64 x, parc_f64* out) {         \
    *out = parc_libm_##name(x);                                          \
    return parc_math_bad(x, *out);                                       \
  }
PARC_MATH_FAILS(acos)
PARC_MATH_FAILS(acosh)
PARC_MATH_FAILS(asin)
PARC_MATH_FAILS(atanh)
PARC_MATH_FAILS(cos)
PARC_MATH_FAILS(cosh)
PARC_MATH_FAILS(exp)
PARC_MATH_FAILS(exp2)
PARC_MATH_FAILS(expm1)
PARC_MATH_FAILS(gamma)
PARC_MATH_FAILS(lgamma)
PARC_MATH_FAILS(log10)
PARC_MATH_FAILS(log1p)
PARC_MATH_FAILS(log2)
PARC_MATH_FAILS(sin)
PARC_MATH_FAILS(sinh)
PARC_MATH_FAILS(tan)
PARC_MATH_FAILS(log)
#undef PARC_MATH_FAILS

#define PARC_MATH_TOTAL(name)                                            \
  extern "C" parc_f64 parc_libm_##name(parc_f64) __attribute__((const)); \
  PARC_INLINE parc_f64 parc_math_##name(parc_f64 x) { return parc_libm_##name(x); }
PARC_MATH_TOTAL(asinh)
PARC_MATH_TOTAL(atan)
PARC_MATH_TOTAL(cbrt)
PARC_MATH_TOTAL(erf)
PARC_MATH_TOTAL(erfc)
PARC_MATH_TOTAL(tanh)
#undef PARC_MATH_TOTAL

PARC_INLINE bool parc_math_sqrt(parc_f64 x, parc_f64* out) {
  *out = __builtin_sqrt(x);
  return x < 0;
}
PARC_INLINE parc_f64 parc_math_fabs(parc_f64 x) { return __builtin_fabs(x); }
PARC_INLINE parc_f64 parc_math_copysign(parc_f64 x, parc_f64 y) { return __builtin_copysign(x, y); }
PARC_INLINE parc_f64 parc_math_degrees(parc_f64 x) { return x * (180.0 / 0x1.921fb54442d18p+1); }
PARC_INLINE parc_f64 parc_math_radians(parc_f64 x) { return x * (0x1.921fb54442d18p+1 / 180.0); }

// The quotient of the logarithms; a base of 1 divides by zero.
PARC_INLINE bool parc_math_log(parc_f64 x, parc_f64 base, parc_f64* out) {
  parc_f64 divisor;
  if (parc_math_log(x, out) || parc_math_log(base, &divisor) || divisor == 0) return true;
  *out /= divisor;
  return false;
}

extern "C" parc_f64 parc_libm_atan2(parc_f64, parc_f64) __attribute__((const));
extern "C" parc_f64 parc_libm_remainder(parc_f64, parc_f64) __attribute__((const));
extern "C" parc_f64 parc_libm_nextafter(parc_f64, parc_f64) __attribute__((const));
PARC_INLINE parc_f64 parc_math_atan2(parc_f64 x, parc_f64 y) { return parc_libm_atan2(x, y); }
PARC_INLINE parc_f64 parc_math_nextafter(parc_f64 x, parc_f64 y) {
  return parc_libm_nextafter(x, y);
}
PARC_INLINE bool parc_math_remainder(parc_f64 x, parc_f64 y, parc_f64* out) {
  *out = parc_libm_remainder(x, y);
  return *out != *out && x == x && y == y;
}
PARC_INLINE bool parc_math_fmod(parc_f64 x, parc_f64 y, parc_f64* out) {
  *out = parc_fmod(x, y);
  return *out != *out && x == x && y == y;
}
PARC_INLINE bool parc_math_pow(parc_f64 x, parc_f64 y, parc_f64* out) {
  return parc_float_pow(x, y, out);
}
PARC_INLINE parc_f64 parc_math_ulp(parc_f64 x) {
  x = __builtin_fabs(x);
  if (!parc_finite(x)) return x;
  parc_f64 next = parc_libm_nextafter(x, PARC_INF);
  return parc_finite(next) ? next - x : x - parc_libm_nextafter(x, 0);
}

extern "C" parc_f64 parc_norm(const parc_f64* x, parc_i64 n);
template <class... T>
PARC_INLINE parc_f64 parc_math_hypot(T... x) {
  const parc_f64 values[] = {(parc_f64)x...};
  return parc_norm(values, (parc_i64)sizeof...(x));
}
PARC_INLINE parc_f64 parc_math_hypot() { return 0; }
// The coordinates of one point, then those of the other.
template <class... T>
PARC_INLINE parc_f64 parc_math_dist(T... x) {
  parc_f64 values[] = {(parc_f64)x...};
  const parc_i64 n = (parc_i64)(sizeof...(x) / 2);
  for (parc_i64 i = 0; i < n; ++i) values[i] -= values[n + i];
  return parc_norm(values, n);
}

extern "C" {
// The steps of math.dist for points of any number of coordinates: the largest difference so far,
// the sum of squares scaled by it (from 1, 0, 0, 0 on), and its root.
parc_f64 parc_math_dist_larger(parc_f64 largest, parc_f64 difference);
void parc_math_dist_step(parc_f64 sum, parc_f64 lost_high, parc_f64 lost_cross, parc_f64 lost_low,
                         parc_f64 difference, parc_f64 largest, parc_f64*, parc_f64*, parc_f64*,
                         parc_f64*);
parc_f64 parc_math_dist_end(parc_f64 sum, parc_f64 lost_high, parc_f64 lost_cross,
                            parc_f64 lost_low, parc_f64 count, parc_f64 largest);
}

PARC_INLINE bool parc_math_floor(parc_f64 x, parc_i64* out) {
  return parc_float_to(__builtin_floor(x), out);
}
PARC_INLINE bool parc_math_ceil(parc_f64 x, parc_i64* out) {
  return parc_float_to(__builtin_ceil(x), out);
}
PARC_INLINE bool parc_math_trunc(parc_f64 x, parc_i64* out) { return parc_float_to(x, out); }
PARC_INLINE bool parc_math_isnan(parc_f64 x) { return x != x; }
PARC_INLINE bool parc_math_isinf(parc_f64 x) { return __builtin_fabs(x) == PARC_INF; }
PARC_INLINE bool parc_math_isfinite(parc_f64 x) { return parc_finite(x); }
// Fails for a negative tolerance.
PARC_INLINE bool parc_isclose(parc_f64 a, parc_f64 b, parc_f64 relative, parc_f64 absolute,
                              bool* out) {
  parc_f64 apart = __builtin_fabs(a - b);
  bool near = apart <= __builtin_fabs(relative * a) || apart <= __builtin_fabs(relative * b) ||
              apart <= absolute;
  *out = a == b || (near && !parc_math_isinf(a) && !parc_math_isinf(b));
  return relative < 0 || absolute < 0;
}
PARC_INLINE bool parc_math_isclose(parc_f64 a, parc_f64 b, bool* out) {
  return parc_isclose(a, b, 1e-9, 0, out);
}
PARC_INLINE bool parc_math_isclose(parc_f64 a, parc_f64 b, parc_f64 relative, bool* out) {
  return parc_isclose(a, b, relative, 0, out);
}
PARC_INLINE bool parc_math_isclose(parc_f64 a, parc_f64 b, parc_f64 relative, parc_f64 absolute,
                                   bool* out) {
  return parc_isclose(a, b, relative, absolute, out);
}

extern "C" {
bool parc_math_comb(parc_i64 n, parc_i64 k, parc_i64* out);
bool parc_math_perm2(parc_i64 n, parc_i64 k, parc_i64* out);
bool parc_math_factorial(parc_i64 n, parc_i64* out);
bool parc_math_isqrt(parc_i64 n, parc_i64* out);
parc_u64 parc_gcd(parc_u64 a, parc_u64 b) __attribute__((const));
bool parc_math_ldexp(parc_f64 x, parc_i64 e, parc_f64* out);
void parc_math_frexp(parc_f64 x, parc_f64* fraction, parc_i64* exponent);
void parc_math_modf(parc_f64 x, parc_f64* fraction, parc_f64* whole);
}
PARC_INLINE bool parc_math_perm(parc_i64 n, parc_i64* out) { return parc_math_factorial(n, out); }
PARC_INLINE bool parc_math_perm(parc_i64 n, parc_i64 k, parc_i64* out) {
  return parc_math_perm2(n, k, out);
}

PARC_INLINE parc_u64 parc_magnitude(parc_i64 a) { return a < 0 ? 0 - (parc_u64)a : (parc_u64)a; }
PARC_INLINE bool parc_math_gcd(parc_i64* out) { return *out = 0, false; }
PARC_INLINE bool parc_math_lcm(parc_i64* out) { return *out = 1, false; }
PARC_INLINE bool parc_math_gcd(parc_i64 a, parc_i64* out) { return parc_int_abs(a, out); }
PARC_INLINE bool parc_math_gcd(parc_i64 a, parc_i64 b, parc_i64* out) {
  *out = (parc_i64)parc_gcd(parc_magnitude(a), parc_magnitude(b));
  return *out < 0;
}
PARC_INLINE bool parc_math_lcm(parc_i64 a, parc_i64* out) { return parc_int_abs(a, out); }
PARC_INLINE bool parc_math_lcm(parc_i64 a, parc_i64 b, parc_i64* out) {
  *out = 0;
  if (a == 0 || b == 0) return false;
  parc_u64 left = parc_magnitude(a), right = parc_magnitude(b), product;
  bool over = __builtin_mul_overflow(left / parc_gcd(left, right), right, &product);
  *out = (parc_i64)product;
  return over || *out < 0;
}
#define PARC_MATH_MORE(name)                                                             \
  PARC_INLINE bool parc_math_##name(parc_i64 a, parc_i64 b, parc_i64 c, parc_i64* out) { \
    return parc_math_##name(a, b, out) || parc_math_##name(*out, c, out);                \
  }                                                                                      \
  PARC_INLINE bool parc_math_##name(parc_i64 a, parc_i64 b, parc_i64 c, parc_i64 d,      \
                                    parc_i64* out) {                                     \
    return parc_math_##name(a, b, c, out) || parc_math_##name(*out, d, out);             \
  }
PARC_MATH_MORE(gcd)
PARC_MATH_MORE(lcm)
#undef PARC_MATH_MORE
