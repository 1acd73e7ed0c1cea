// Comparisons that C++ would do with rounding or with a change of sign. Exact, as Python's and
// NumPy's.
#pragma once

#include "abi.h"

// An int with a float. Rounding is monotone, so only equality of the rounded int needs a second
// look; 2**63 is the one double there that is beyond every int.
PARC_INLINE bool parc_at_limit(parc_f64 x) { return x == 9223372036854775808.0; }
// A literal that a double holds is compared as one.
PARC_INLINE bool parc_plain(parc_i64 a) {
  return __builtin_constant_p(a) && a >= -(1LL << 53) && a <= (1LL << 53);
}
PARC_INLINE bool parc_int_float_lt(parc_i64 a, parc_f64 x) {
  parc_f64 d = (parc_f64)a;
  if (parc_plain(a)) return d < x;
  return d < x || (d == x && (parc_at_limit(x) || a < (parc_i64)x));
}
PARC_INLINE bool parc_int_float_gt(parc_i64 a, parc_f64 x) {
  parc_f64 d = (parc_f64)a;
  if (parc_plain(a)) return d > x;
  return d > x || (d == x && !parc_at_limit(x) && a > (parc_i64)x);
}
PARC_INLINE bool parc_int_float_eq(parc_i64 a, parc_f64 x) {
  if (parc_plain(a)) return (parc_f64)a == x;
  return (parc_f64)a == x && !parc_at_limit(x) && a == (parc_i64)x;
}
PARC_INLINE bool parc_int_float_le(parc_i64 a, parc_f64 x) {
  if (parc_plain(a)) return (parc_f64)a <= x;
  return parc_int_float_lt(a, x) || parc_int_float_eq(a, x);
}
PARC_INLINE bool parc_int_float_ge(parc_i64 a, parc_f64 x) {
  if (parc_plain(a)) return (parc_f64)a >= x;
  return parc_int_float_gt(a, x) || parc_int_float_eq(a, x);
}
PARC_INLINE bool parc_int_float_ne(parc_i64 a, parc_f64 x) { return !parc_int_float_eq(a, x); }
PARC_INLINE bool parc_float_int_lt(parc_f64 x, parc_i64 a) { return parc_int_float_gt(a, x); }
PARC_INLINE bool parc_float_int_le(parc_f64 x, parc_i64 a) { return parc_int_float_ge(a, x); }
PARC_INLINE bool parc_float_int_gt(parc_f64 x, parc_i64 a) { return parc_int_float_lt(a, x); }
PARC_INLINE bool parc_float_int_ge(parc_f64 x, parc_i64 a) { return parc_int_float_le(a, x); }
PARC_INLINE bool parc_float_int_eq(parc_f64 x, parc_i64 a) { return parc_int_float_eq(a, x); }
PARC_INLINE bool parc_float_int_ne(parc_f64 x, parc_i64 a) { return !parc_int_float_eq(a, x); }

// A signed with an unsigned integer of 64 bits.
PARC_INLINE bool parc_int_uint_lt(parc_i64 a, parc_u64 b) { return a < 0 || (parc_u64)a < b; }
PARC_INLINE bool parc_int_uint_le(parc_i64 a, parc_u64 b) { return a < 0 || (parc_u64)a <= b; }
PARC_INLINE bool parc_int_uint_gt(parc_i64 a, parc_u64 b) { return !parc_int_uint_le(a, b); }
PARC_INLINE bool parc_int_uint_ge(parc_i64 a, parc_u64 b) { return !parc_int_uint_lt(a, b); }
PARC_INLINE bool parc_int_uint_eq(parc_i64 a, parc_u64 b) { return a >= 0 && (parc_u64)a == b; }
PARC_INLINE bool parc_int_uint_ne(parc_i64 a, parc_u64 b) { return !parc_int_uint_eq(a, b); }
PARC_INLINE bool parc_uint_int_lt(parc_u64 a, parc_i64 b) { return parc_int_uint_gt(b, a); }
PARC_INLINE bool parc_uint_int_le(parc_u64 a, parc_i64 b) { return parc_int_uint_ge(b, a); }
PARC_INLINE bool parc_uint_int_gt(parc_u64 a, parc_i64 b) { return parc_int_uint_lt(b, a); }
PARC_INLINE bool parc_uint_int_ge(parc_u64 a, parc_i64 b) { return parc_int_uint_le(b, a); }
PARC_INLINE bool parc_uint_int_eq(parc_u64 a, parc_i64 b) { return parc_int_uint_eq(b, a); }
PARC_INLINE bool parc_uint_int_ne(parc_u64 a, parc_i64 b) { return parc_int_uint_ne(b, a); }
