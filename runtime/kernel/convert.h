// Changes of kind: the C casts of NumPy, and the checked conversions of Python's constructors and
// of stores to elements.
#pragma once

#include "abi.h"

template <class T>
constexpr bool parc_is_float = T(0.5) != T(0) && T(2) != T(1);
template <>
inline constexpr bool parc_is_float<bool> = false;
template <>
inline constexpr bool parc_is_float<parc_c64> = false;
template <>
inline constexpr bool parc_is_float<parc_c128> = false;
template <class T>
constexpr bool parc_is_complex = false;
template <>
inline constexpr bool parc_is_complex<parc_c64> = true;
template <>
inline constexpr bool parc_is_complex<parc_c128> = true;

// Largest number below the first double that the integer type T does not hold after truncation, as
// exclusive limits: lower < x < upper. (For 64 signed bits the lower one is inclusive.)
template <class T>
struct parc_limits {
  static constexpr bool is_signed = T(-1) < T(0);
  static constexpr int digits = 8 * (int)sizeof(T) - (is_signed ? 1 : 0);
  static constexpr parc_f64 upper = 2.0 * (parc_f64)(1ULL << (digits - 1));
  static constexpr bool holds(parc_f64 x) {
    if (!is_signed) return x > -1.0 && x < upper;
    return (digits == 63 ? x >= -upper : x > -upper - 1.0) && x < upper;
  }
};

// What x86's conversion instructions make of a double, which NumPy's casts are: small types through
// 32 bits, beyond the range the lowest number (0 in the low bits).
PARC_INLINE parc_i32 parc_to_i32(parc_f64 x) {
  return parc_limits<parc_i32>::holds(x) ? (parc_i32)x : (parc_i32)0x80000000;
}
PARC_INLINE parc_i64 parc_to_i64(parc_f64 x) {
  return parc_limits<parc_i64>::holds(x) ? (parc_i64)x : (-9223372036854775807LL - 1);
}
PARC_INLINE parc_u64 parc_to_u64(parc_f64 x) {
  const parc_f64 half = 9223372036854775808.0;
  return x >= half ? (parc_u64)parc_to_i64(x - half) ^ (1ULL << 63) : (parc_u64)parc_to_i64(x);
}

template <class T>
PARC_INLINE bool parc_truth(T x) {
  if constexpr (parc_is_complex<T>) {
    return x.re != 0 || x.im != 0;
  } else {
    return x != 0;
  }
}

// The C cast of NumPy's astype: integers wrap, floats round or are truncated, complex ones lose
// their imaginary part.
template <class To, class From>
PARC_INLINE To parc_cast(From x) {
  if constexpr (__is_same(To, bool)) {
    return parc_truth(x);
  } else if constexpr (parc_is_complex<To>) {
    typedef decltype(To::re) Part;
    if constexpr (parc_is_complex<From>) {
      return To{(Part)x.re, (Part)x.im};
    } else {
      return To{(Part)x, 0};
    }
  } else if constexpr (parc_is_complex<From>) {
    return parc_cast<To>(x.re);
  } else if constexpr (parc_is_float<From> && !parc_is_float<To>) {
    if constexpr (sizeof(To) == 8 && To(-1) > To(0)) return parc_to_u64(x);
    if constexpr (sizeof(To) == 8 || (sizeof(To) == 4 && To(-1) > To(0))) return (To)parc_to_i64(x);
    return (To)parc_to_i32(x);
  } else {
    return (To)x;
  }
}

// A Python int (or any integer) in range of T.
template <class T, class From>
PARC_INLINE bool parc_int_to(From x, T* out) {
  *out = (T)x;
  return (From)*out != x || (*out < T(0)) != (x < From(0));
}
// A float truncated by int() and in range of T.
template <class T>
PARC_INLINE bool parc_float_to(parc_f64 x, T* out) {
  if (PARC_UNLIKELY(!parc_limits<T>::holds(x))) return true;
  *out = (T)x;
  return false;
}
// A Python int meeting a float32 is rounded twice, as NumPy does.
PARC_INLINE parc_f32 parc_int_to_f32(parc_i64 x) { return (parc_f32)(parc_f64)x; }
PARC_INLINE parc_c64 parc_int_to_c64(parc_i64 x) { return parc_c64{parc_int_to_f32(x), 0}; }
