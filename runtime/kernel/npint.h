// NumPy's integers: arithmetic modulo 2**bits; division and remainder by zero give 0.
#pragma once

#include "abi.h"

template <int Bytes>
struct parc_ring {
  typedef parc_u32 type;
};
template <>
struct parc_ring<8> {
  typedef parc_u64 type;
};
// The unsigned type in which arithmetic of T is done.
template <class T>
using parc_ring_of = typename parc_ring<sizeof(T)>::type;
template <class T>
constexpr bool parc_is_signed = T(-1) < T(0);
template <class T>
constexpr int parc_bits = 8 * (int)sizeof(T);

template <class T>
PARC_INLINE T parc_np_add(T a, T b) {
  return (T)((parc_ring_of<T>)a + (parc_ring_of<T>)b);
}
template <class T>
PARC_INLINE T parc_np_sub(T a, T b) {
  return (T)((parc_ring_of<T>)a - (parc_ring_of<T>)b);
}
template <class T>
PARC_INLINE T parc_np_mul(T a, T b) {
  return (T)((parc_ring_of<T>)a * (parc_ring_of<T>)b);
}
template <class T>
PARC_INLINE T parc_np_neg(T a) {
  return (T)(0 - (parc_ring_of<T>)a);
}
template <class T>
PARC_INLINE T parc_np_pos(T a) {
  return a;
}
template <class T>
PARC_INLINE T parc_np_invert(T a) {
  return (T)~a;
}
template <class T>
PARC_INLINE T parc_np_and(T a, T b) {
  return (T)(a & b);
}
template <class T>
PARC_INLINE T parc_np_or(T a, T b) {
  return (T)(a | b);
}
template <class T>
PARC_INLINE T parc_np_xor(T a, T b) {
  return (T)(a ^ b);
}

template <class T>
PARC_INLINE T parc_np_floordiv(T a, T b) {
  if (PARC_UNLIKELY(b == 0)) return 0;
  if constexpr (parc_is_signed<T>) {
    if (PARC_UNLIKELY(b == -1)) return parc_np_neg(a);
    T quotient = (T)(a / b);
    return (T)(quotient - (a % b != 0 && (a < 0) != (b < 0)));
  } else {
    return (T)(a / b);
  }
}
template <class T>
PARC_INLINE T parc_np_mod(T a, T b) {
  if (PARC_UNLIKELY(b == 0)) return 0;
  if constexpr (parc_is_signed<T>) {
    if (PARC_UNLIKELY(b == -1)) return 0;
    T remainder = (T)(a % b);
    return (T)(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder);
  } else {
    return (T)(a % b);
  }
}

// Fails for a negative exponent.
template <class T>
PARC_INLINE bool parc_np_pow(T a, T b, T* out) {
  if constexpr (parc_is_signed<T>) {
    if (PARC_UNLIKELY(b < 0)) return true;
  }
  T result = 1;
  for (; b != 0; b = (T)(b >> 1), a = parc_np_mul(a, a)) {
    if (b & 1) result = parc_np_mul(result, a);
  }
  *out = result;
  return false;
}

// A shift by a negative number or by all bits and more leaves none of them (or all signs).
template <class T>
PARC_INLINE T parc_np_shl(T a, T b) {
  return PARC_LIKELY((parc_u64)b < (parc_u64)parc_bits<T>) ? (T)((parc_ring_of<T>)a << b) : T(0);
}
template <class T>
PARC_INLINE T parc_np_shr(T a, T b) {
  if (PARC_LIKELY((parc_u64)b < (parc_u64)parc_bits<T>)) return (T)(a >> b);
  return a < 0 ? T(-1) : T(0);
}
