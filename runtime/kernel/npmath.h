// NumPy's elementwise functions of scalars. The elementary functions are the compiler's builtins,
// so that loops of them can use the vector library.
#pragma once

#include "abi.h"
#include "complex.h"
#include "convert.h"
#include "float.h"
#include "npfloat.h"
#include "npint.h"

#define PARC_NP_UNARY(name, builtin)                                                       \
  PARC_INLINE parc_f64 parc_np_##name##_f64(parc_f64 x) { return __builtin_##builtin(x); } \
  PARC_INLINE parc_f32 parc_np_##name##_f32(parc_f32 x) { return __builtin_##builtin##f(x); }
PARC_NP_UNARY(sqrt, sqrt)
PARC_NP_UNARY(exp, exp)
PARC_NP_UNARY(log, log)
PARC_NP_UNARY(log2, log2)
PARC_NP_UNARY(log10, log10)
PARC_NP_UNARY(log1p, log1p)
PARC_NP_UNARY(expm1, expm1)
PARC_NP_UNARY(exp2, exp2)
PARC_NP_UNARY(cbrt, cbrt)
PARC_NP_UNARY(sin, sin)
PARC_NP_UNARY(cos, cos)
PARC_NP_UNARY(tan, tan)
PARC_NP_UNARY(asin, asin)
PARC_NP_UNARY(acos, acos)
PARC_NP_UNARY(atan, atan)
PARC_NP_UNARY(sinh, sinh)
PARC_NP_UNARY(cosh, cosh)
PARC_NP_UNARY(tanh, tanh)
PARC_NP_UNARY(asinh, asinh)
PARC_NP_UNARY(acosh, acosh)
PARC_NP_UNARY(atanh, atanh)
PARC_NP_UNARY(fabs, fabs)
PARC_NP_UNARY(rint, rint)
#undef PARC_NP_UNARY
#define PARC_NP_BINARY(name, builtin)                                 \
  PARC_INLINE parc_f64 parc_np_##name##_f64(parc_f64 x, parc_f64 y) { \
    return __builtin_##builtin(x, y);                                 \
  }                                                                   \
  PARC_INLINE parc_f32 parc_np_##name##_f32(parc_f32 x, parc_f32 y) { \
    return __builtin_##builtin##f(x, y);                              \
  }
PARC_NP_BINARY(atan2, atan2)
PARC_NP_BINARY(hypot, hypot)
PARC_NP_BINARY(copysign, copysign)
PARC_NP_BINARY(nextafter, nextafter)
PARC_NP_BINARY(power, pow)
#undef PARC_NP_BINARY
PARC_INLINE parc_f64 parc_np_degrees_f64(parc_f64 x) { return x * (180.0 / 0x1.921fb54442d18p+1); }
PARC_INLINE parc_f32 parc_np_degrees_f32(parc_f32 x) { return x * (180.0f / 0x1.921fb6p+1f); }
PARC_INLINE parc_f64 parc_np_radians_f64(parc_f64 x) { return x * (0x1.921fb54442d18p+1 / 180.0); }
PARC_INLINE parc_f32 parc_np_radians_f32(parc_f32 x) { return x * (0x1.921fb6p+1f / 180.0f); }

// For each float type: what is written with the functions above.
// NOLINTBEGIN(bugprone-macro-parentheses): the arguments are a type and suffixes
#define PARC_NP_FLOAT(T, s, b)                                                               \
  PARC_INLINE T parc_np_spacing_##s(T x) {                                                   \
    return parc_np_nextafter_##s(x, x < 0 ? (T) - __builtin_inf() : (T)__builtin_inf()) - x; \
  }                                                                                          \
  PARC_INLINE T parc_np_heaviside_##s(T x, T at_zero) {                                      \
    return x == 0 ? at_zero : x < 0 ? T(0) : x > 0 ? T(1) : x;                               \
  }                                                                                          \
  PARC_INLINE T parc_np_logaddexp_##s(T x, T y) {                                            \
    if (x == y) return x + (T)0x1.62e42fefa39efp-1;                                          \
    T d = x - y;                                                                             \
    if (d > 0) return x + parc_np_log1p_##s(parc_np_exp_##s(-d));                            \
    return d <= 0 ? y + parc_np_log1p_##s(parc_np_exp_##s(d)) : d;                           \
  }                                                                                          \
  PARC_INLINE T parc_np_logaddexp2_##s(T x, T y) {                                           \
    const T log2e = (T)0x1.71547652b82fep+0;                                                 \
    if (x == y) return x + 1;                                                                \
    T d = x - y;                                                                             \
    if (d > 0) return x + log2e * parc_np_log1p_##s(parc_np_exp2_##s(-d));                   \
    return d <= 0 ? y + log2e * parc_np_log1p_##s(parc_np_exp2_##s(d)) : d;                  \
  }                                                                                          \
  PARC_INLINE T parc_np_ldexp_##s(T x, parc_i64 e) {                                         \
    return __builtin_ldexp##b(x, e > 1000000 ? 1000000 : e < -1000000 ? -1000000 : (int)e);  \
  }                                                                                          \
  PARC_INLINE void parc_np_frexp_##s(T x, T* fraction, parc_i32* exponent) {                 \
    int e = 0;                                                                               \
    *fraction = __builtin_frexp##b(x, &e);                                                   \
    *exponent = parc_finite(x) ? e : 0;                                                      \
  }                                                                                          \
  PARC_INLINE void parc_np_modf_##s(T x, T* fraction, T* whole) {                            \
    *whole = __builtin_trunc##b(x);                                                          \
    *fraction = __builtin_copysign##b(x - x == 0 ? x - *whole : x == x ? T(0) : x, x);       \
  }
PARC_NP_FLOAT(parc_f64, f64, )
PARC_NP_FLOAT(parc_f32, f32, f)
#undef PARC_NP_FLOAT
// NOLINTEND(bugprone-macro-parentheses)

#define PARC_NP_COMPLEX(name)                                                   \
  extern "C" parc_c128 parc_np_##name##_c128(parc_c128) __attribute__((const)); \
  extern "C" parc_c64 parc_np_##name##_c64(parc_c64) __attribute__((const));
PARC_NP_COMPLEX(sqrt)
PARC_NP_COMPLEX(exp)
PARC_NP_COMPLEX(log)
PARC_NP_COMPLEX(sin)
PARC_NP_COMPLEX(cos)
PARC_NP_COMPLEX(tan)
PARC_NP_COMPLEX(sinh)
PARC_NP_COMPLEX(cosh)
PARC_NP_COMPLEX(tanh)
PARC_NP_COMPLEX(asin)
PARC_NP_COMPLEX(acos)
PARC_NP_COMPLEX(atan)
PARC_NP_COMPLEX(asinh)
PARC_NP_COMPLEX(acosh)
PARC_NP_COMPLEX(atanh)
#undef PARC_NP_COMPLEX

template <class T>
PARC_INLINE T parc_np_floor(T x) {
  if constexpr (parc_is_float<T>)
    return sizeof(T) == 4 ? (T)__builtin_floorf((parc_f32)x) : (T)__builtin_floor(x);
  return x;
}
template <class T>
PARC_INLINE T parc_np_ceil(T x) {
  if constexpr (parc_is_float<T>)
    return sizeof(T) == 4 ? (T)__builtin_ceilf((parc_f32)x) : (T)__builtin_ceil(x);
  return x;
}
template <class T>
PARC_INLINE T parc_np_trunc(T x) {
  if constexpr (parc_is_float<T>)
    return sizeof(T) == 4 ? (T)__builtin_truncf((parc_f32)x) : (T)__builtin_trunc(x);
  return x;
}
template <class T>
PARC_INLINE T parc_np_rint(T x) {
  return sizeof(T) == 4 ? (T)__builtin_rintf((parc_f32)x) : (T)__builtin_rint(x);
}

template <class T>
PARC_INLINE T parc_np_abs(T x) {
  if constexpr (parc_is_float<T>) {
    return sizeof(T) == 4 ? (T)__builtin_fabsf((parc_f32)x) : (T)__builtin_fabs(x);
  } else if constexpr (parc_is_signed<T>) {
    return x < 0 ? parc_np_neg(x) : x;
  } else {
    return x;
  }
}
PARC_INLINE parc_f64 parc_np_cabs(parc_c128 x) { return __builtin_hypot(x.re, x.im); }
PARC_INLINE parc_f32 parc_np_cabs(parc_c64 x) { return __builtin_hypotf(x.re, x.im); }
template <class T>
PARC_INLINE T parc_np_sign(T x) {
  return x > 0 ? T(1) : x < 0 ? T(-1) : x == 0 ? T(0) : x;
}
template <class T>
PARC_INLINE T parc_np_square(T x) {
  if constexpr (parc_is_complex<T>) {
    return parc_c_mul(x, x);
  } else if constexpr (parc_is_float<T>) {
    return x * x;
  } else {
    return parc_np_mul(x, x);
  }
}
template <class T>
PARC_INLINE T parc_np_reciprocal(T x) {
  if constexpr (parc_is_complex<T>) {
    typedef decltype(T::re) P;
    P re = parc_fabs(x.re), im = parc_fabs(x.im);
    if (im <= re) {
      P ratio = x.im / x.re, scale = x.re + x.im * ratio;
      return T{1 / scale, -ratio / scale};
    }
    P ratio = x.re / x.im, scale = x.re * ratio + x.im;
    return T{ratio / scale, -1 / scale};
  } else if constexpr (parc_is_float<T>) {
    return T(1) / x;
  } else {
    return parc_cast<T>(1.0 / (parc_f64)x);
  }
}
template <class T>
PARC_INLINE T parc_np_conj(T x) {
  if constexpr (parc_is_complex<T>)
    return T{x.re, -x.im};
  else
    return x;
}

template <class T>
PARC_INLINE bool parc_np_isnan(T x) {
  if constexpr (parc_is_complex<T>)
    return x.re != x.re || x.im != x.im;
  else
    return x != x;  // NOLINT(misc-redundant-expression)
}
template <class T>
PARC_INLINE bool parc_np_isfinite(T x) {
  if constexpr (parc_is_complex<T>)
    return parc_finite(x.re) && parc_finite(x.im);
  else if constexpr (parc_is_float<T>)
    return parc_finite(x);
  else
    return true;
}
template <class T>
PARC_INLINE bool parc_np_isinf(T x) {
  if constexpr (parc_is_complex<T>)
    return parc_np_isinf(x.re) || parc_np_isinf(x.im);
  else
    return x == x && !parc_np_isfinite(x);  // NOLINT(misc-redundant-expression)
}
template <class T>
PARC_INLINE bool parc_np_signbit(T x) {
  return __builtin_signbit(x) != 0;
}

// a >= b, in NumPy's order of complex numbers.
template <class T>
PARC_INLINE bool parc_np_ge(T a, T b) {
  if constexpr (parc_is_complex<T>)
    return parc_np_cge(a, b);
  else
    return a >= b;
}
template <class T>
PARC_INLINE T parc_np_maximum(T a, T b) {
  return parc_np_ge(a, b) || parc_np_isnan(a) ? a : b;
}
template <class T>
PARC_INLINE T parc_np_minimum(T a, T b) {
  return parc_np_ge(b, a) || parc_np_isnan(a) ? a : b;
}
template <class T>
PARC_INLINE T parc_np_fmax(T a, T b) {
  return parc_np_ge(a, b) || parc_np_isnan(b) ? a : b;
}
template <class T>
PARC_INLINE T parc_np_fmin(T a, T b) {
  return parc_np_ge(b, a) || parc_np_isnan(b) ? a : b;
}

// C's remainder, with the dividend's sign.
template <class T>
PARC_INLINE T parc_np_cfmod(T a, T b) {
  if constexpr (parc_is_float<T>) {
    return parc_fmod(a, b);
  } else {
    if (PARC_UNLIKELY(b == 0 || (parc_is_signed<T> && b == T(-1)))) return 0;
    return (T)(a % b);
  }
}
template <class T>
PARC_INLINE void parc_np_divmod(T a, T b, T* quotient, T* remainder) {
  if constexpr (parc_is_float<T>) {
    *quotient = parc_np_ffloordiv(a, b);
    *remainder = parc_np_fmod(a, b);
  } else {
    *quotient = parc_np_floordiv(a, b);
    *remainder = parc_np_mod(a, b);
  }
}

extern "C" parc_u64 parc_gcd(parc_u64 a, parc_u64 b) __attribute__((const));
template <class T>
PARC_INLINE parc_u64 parc_np_magnitude(T a) {
  return (parc_u64)parc_np_abs(a) & (~0ULL >> (64 - parc_bits<T>));
}
template <class T>
PARC_INLINE T parc_np_gcd(T a, T b) {
  return (T)parc_gcd(parc_np_magnitude(a), parc_np_magnitude(b));
}
template <class T>
PARC_INLINE T parc_np_lcm(T a, T b) {
  parc_u64 left = parc_np_magnitude(a), right = parc_np_magnitude(b);
  parc_u64 divisor = parc_gcd(left, right);
  return divisor == 0 ? T(0) : (T)(left / divisor * right);
}

template <class T>
PARC_INLINE T parc_np_real(T x) {
  return x;
}
PARC_INLINE parc_f64 parc_np_real(parc_c128 x) { return x.re; }
PARC_INLINE parc_f32 parc_np_real(parc_c64 x) { return x.re; }
template <class T>
PARC_INLINE T parc_np_imag(T) {
  return T(0);
}
PARC_INLINE parc_f64 parc_np_imag(parc_c128 x) { return x.im; }
PARC_INLINE parc_f32 parc_np_imag(parc_c64 x) { return x.im; }
PARC_INLINE parc_f64 parc_np_angle(parc_f64 x) { return __builtin_atan2(0.0, x); }
PARC_INLINE parc_f32 parc_np_angle(parc_f32 x) { return __builtin_atan2f(0.0f, x); }
PARC_INLINE parc_f64 parc_np_angle(parc_c128 x) { return __builtin_atan2(x.im, x.re); }
PARC_INLINE parc_f32 parc_np_angle(parc_c64 x) { return __builtin_atan2f(x.im, x.re); }

template <class T>
PARC_INLINE T parc_np_where(bool condition, T a, T b) {
  return condition ? a : b;
}

template <class T>
PARC_INLINE T parc_np_clip(T x, T lower, T upper) {
  return parc_np_minimum(parc_np_maximum(x, lower), upper);
}
// A Python int as a limit of NumPy integers: beyond their range on the far side it is none, on the
// near side it fails.
template <class T>
struct parc_range {
  static constexpr T lowest = parc_is_signed<T> ? (T)(1ULL << (parc_bits<T> - 1)) : T(0);
  static constexpr T highest = (T) ~(parc_u64)lowest;
};
template <class T>
PARC_INLINE bool parc_np_clip_lower(T x, parc_i64 lower, T upper, T* out) {
  T limit;
  bool beyond = parc_int_to(lower, &limit);
  *out = parc_np_clip(x, beyond ? parc_range<T>::lowest : limit, upper);
  return beyond && lower > 0;
}
template <class T>
PARC_INLINE bool parc_np_clip_upper(T x, T lower, parc_i64 upper, T* out) {
  T limit;
  bool beyond = parc_int_to(upper, &limit);
  *out = parc_np_clip(x, lower, beyond ? parc_range<T>::highest : limit);
  return beyond && upper < 0;
}
template <class T>
PARC_INLINE bool parc_np_clip_both(T x, parc_i64 lower, parc_i64 upper, T* out) {
  T limit;
  bool beyond = parc_int_to(lower, &limit);
  return parc_np_clip_upper(x, beyond ? parc_range<T>::lowest : limit, upper, out) ||
         (beyond && lower > 0);
}

// Decimal places: scaled, rounded to even, scaled back; integers go through double.
extern "C" parc_f64 parc_power_of_ten(parc_i64 digits);
template <class T>
PARC_INLINE T parc_np_round(T x, parc_i64 digits) {
  if constexpr (parc_is_complex<T>) {
    return T{parc_np_round(x.re, digits), parc_np_round(x.im, digits)};
  } else if constexpr (parc_is_float<T>) {
    if (digits == 0) return parc_np_rint(x);
    T scale = (T)parc_power_of_ten(digits < 0 ? -digits : digits);
    return digits < 0 ? parc_np_rint(x / scale) * scale : parc_np_rint(x * scale) / scale;
  } else {
    if (digits >= 0) return x;
    parc_f64 scale = parc_power_of_ten(-digits);
    return parc_cast<T>(__builtin_rint((parc_f64)x / scale) * scale);
  }
}
template <class T>
PARC_INLINE T parc_np_round(T x) {
  return parc_np_round(x, 0);
}
// Fails when `digits` is not a C int.
template <class T>
PARC_INLINE bool parc_np_round_to(T x, parc_i64 digits, T* out) {
  *out = parc_np_round(x, digits);
  return digits != (parc_i32)digits;
}
