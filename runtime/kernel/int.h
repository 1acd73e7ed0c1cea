// Python's int as a checked 64-bit integer.
#pragma once

#include "abi.h"

#define PARC_I64_MIN (-9223372036854775807LL - 1)
#define PARC_I64_MAX 9223372036854775807LL

PARC_INLINE bool parc_int_add(parc_i64 a, parc_i64 b, parc_i64* out) {
  return __builtin_add_overflow(a, b, out);
}
PARC_INLINE bool parc_int_sub(parc_i64 a, parc_i64 b, parc_i64* out) {
  return __builtin_sub_overflow(a, b, out);
}
PARC_INLINE bool parc_int_mul(parc_i64 a, parc_i64 b, parc_i64* out) {
  return __builtin_mul_overflow(a, b, out);
}
PARC_INLINE bool parc_int_neg(parc_i64 a, parc_i64* out) {
  return __builtin_sub_overflow(0LL, a, out);
}
PARC_INLINE bool parc_int_abs(parc_i64 a, parc_i64* out) {
  return a < 0 ? parc_int_neg(a, out) : (*out = a, false);
}

// Floor of a / b for b != 0 and no overflow. A divisor known to be positive needs no correction:
// the quotient of the ones' complement of a negative number is the ones' complement of the floor.
PARC_INLINE parc_i64 parc_floor_quotient(parc_i64 a, parc_i64 b) {
  if (__builtin_constant_p(b > 0) && b > 0) {
    if (__builtin_constant_p(b) && (b & (b - 1)) == 0) return a >> __builtin_ctzll((parc_u64)b);
    parc_i64 sign = a >> 63;
    return (parc_i64)((parc_u64)(a ^ sign) / (parc_u64)b) ^ sign;
  }
  parc_i64 quotient = a / b;
  return quotient - (parc_i64)(quotient * b != a && (a < 0) != (b < 0));
}

PARC_INLINE parc_i64 parc_floor_remainder(parc_i64 a, parc_i64 b) {
  if (__builtin_constant_p(b) && b > 0 && (b & (b - 1)) == 0) return a & (b - 1);
  parc_i64 remainder = a % b;
  return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

PARC_INLINE bool parc_int_floordiv(parc_i64 a, parc_i64 b, parc_i64* out) {
  if (PARC_UNLIKELY(b == 0 || (b == -1 && a == PARC_I64_MIN))) return true;
  *out = parc_floor_quotient(a, b);
  return false;
}
PARC_INLINE bool parc_int_mod(parc_i64 a, parc_i64 b, parc_i64* out) {
  if (PARC_UNLIKELY(b == 0)) return true;
  *out = PARC_UNLIKELY(b == -1) ? 0 : parc_floor_remainder(a, b);
  return false;
}

// a ** b for b >= 0; a negative exponent fails.
PARC_INLINE bool parc_int_pow(parc_i64 a, parc_i64 b, parc_i64* out) {
  if (PARC_UNLIKELY(b < 0)) return true;
  parc_i64 result = 1;
  for (;;) {
    if ((b & 1) && PARC_UNLIKELY(__builtin_mul_overflow(result, a, &result))) return true;
    b >>= 1;
    if (b == 0) break;
    if (PARC_UNLIKELY(__builtin_mul_overflow(a, a, &a))) return true;
  }
  *out = result;
  return false;
}

PARC_INLINE bool parc_int_shl(parc_i64 a, parc_i64 b, parc_i64* out) {
  if (PARC_UNLIKELY((parc_u64)b > 63)) {
    *out = 0;
    return b < 0 || a != 0;
  }
  *out = (parc_i64)((parc_u64)a << b);
  return *out >> b != a;
}
PARC_INLINE bool parc_int_shr(parc_i64 a, parc_i64 b, parc_i64* out) {
  *out = a >> (b > 63 ? 63 : b & 63);
  return b < 0;
}

// The double nearest to a / b; only operands beyond 2**53 need more than a division.
extern "C" PARC_COLD parc_f64 parc_int_quotient(parc_i64 a, parc_i64 b);
PARC_INLINE bool parc_int_div(parc_i64 a, parc_i64 b, parc_f64* out) {
  if (PARC_UNLIKELY(b == 0)) return true;
  const parc_u64 bias = 1ULL << 53, range = 1ULL << 54;
  if (PARC_LIKELY((parc_u64)a + bias <= range && (parc_u64)b + bias <= range)) {
    *out = (parc_f64)a / (parc_f64)b;
  } else {
    *out = parc_int_quotient(a, b);
  }
  return false;
}
