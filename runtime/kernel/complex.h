// Complex arithmetic of Python and NumPy, on parc_c64 and parc_c128 (C below).
#pragma once

#include "abi.h"
#include "compare.h"
#include "float.h"

PARC_INLINE parc_c128 parc_complex(parc_f64 re, parc_f64 im) { return parc_c128{re, im}; }
template <class C>
PARC_INLINE C parc_c_neg(C a) {
  return C{-a.re, -a.im};
}
template <class C>
PARC_INLINE C parc_c_add(C a, C b) {
  return C{a.re + b.re, a.im + b.im};
}
template <class C>
PARC_INLINE C parc_c_sub(C a, C b) {
  return C{a.re - b.re, a.im - b.im};
}
template <class C>
PARC_INLINE C parc_c_mul(C a, C b) {
  return C{a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

// The quotient by scaling with the divisor's larger part, for a divisor that is not 0.
template <class C>
PARC_INLINE C parc_c_quotient(C a, C b) {
  typedef decltype(C::re) T;
  T re = parc_fabs(b.re), im = parc_fabs(b.im);
  if (re >= im) {
    T ratio = b.im / b.re, scale = b.re + b.im * ratio;
    return C{(a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale};
  }
  T ratio = b.re / b.im, scale = b.re * ratio + b.im;
  return C{(a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale};
}
PARC_INLINE bool parc_complex_div(parc_c128 a, parc_c128 b, parc_c128* out) {
  if (PARC_UNLIKELY(b.re == 0 && b.im == 0)) return true;
  *out = parc_c_quotient(a, b);
  // A NaN in the divisor makes both parts NaN, whichever part is larger.
  if (PARC_UNLIKELY(b.re != b.re || b.im != b.im)) *out = parc_c128{b.re + b.im, b.re + b.im};
  return false;
}
template <class C>
PARC_INLINE C parc_np_cdiv(C a, C b) {
  typedef decltype(C::re) T;
  T re = parc_fabs(b.re), im = parc_fabs(b.im);
  if (PARC_UNLIKELY(re == 0 && im == 0)) return C{a.re / re, a.im / re};
  // Unlike Python, NumPy divides by 1 / scale.
  if (re >= im) {
    T ratio = b.im / b.re, scale = T(1) / (b.re + b.im * ratio);
    return C{(a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale};
  }
  T ratio = b.re / b.im, scale = T(1) / (b.im + b.re * ratio);
  return C{(a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale};
}

extern "C" bool parc_complex_pow(parc_c128 a, parc_c128 b, parc_c128* out);
extern "C" parc_c128 parc_np_cpow128(parc_c128 a, parc_c128 b);
extern "C" parc_c64 parc_np_cpow64(parc_c64 a, parc_c64 b);

template <class C>
PARC_INLINE bool parc_c_eq(C a, C b) {
  return a.re == b.re && a.im == b.im;
}
template <class C>
PARC_INLINE bool parc_c_ne(C a, C b) {
  return !parc_c_eq(a, b);
}
// The order of NumPy's scalars: by real part, then by imaginary part.
template <class C>
PARC_INLINE bool parc_c_lt(C a, C b) {
  return a.re == b.re ? a.im < b.im : a.re < b.re;
}
template <class C>
PARC_INLINE bool parc_c_le(C a, C b) {
  return a.re == b.re ? a.im <= b.im : a.re <= b.re;
}
template <class C>
PARC_INLINE bool parc_c_gt(C a, C b) {
  return parc_c_lt(b, a);
}
template <class C>
PARC_INLINE bool parc_c_ge(C a, C b) {
  return parc_c_le(b, a);
}
// That of its functions: nothing is less or greater than a number with a NaN in its imaginary part.
template <class C>
PARC_INLINE bool parc_np_clt(C a, C b) {
  return a.re == b.re ? a.im < b.im : a.re < b.re && a.im == a.im && b.im == b.im;
}
template <class C>
PARC_INLINE bool parc_np_cle(C a, C b) {
  return a.re == b.re ? a.im <= b.im : a.re < b.re && a.im == a.im && b.im == b.im;
}
template <class C>
PARC_INLINE bool parc_np_cgt(C a, C b) {
  return parc_np_clt(b, a);
}
template <class C>
PARC_INLINE bool parc_np_cge(C a, C b) {
  return parc_np_cle(b, a);
}
template <class C>
PARC_INLINE bool parc_np_ceq(C a, C b) {
  return parc_c_eq(a, b);
}
template <class C>
PARC_INLINE bool parc_np_cne(C a, C b) {
  return parc_c_ne(a, b);
}
PARC_INLINE bool parc_int_complex_eq(parc_i64 a, parc_c128 b) {
  return b.im == 0 && parc_int_float_eq(a, b.re);
}
PARC_INLINE bool parc_int_complex_ne(parc_i64 a, parc_c128 b) { return !parc_int_complex_eq(a, b); }
PARC_INLINE bool parc_complex_int_eq(parc_c128 b, parc_i64 a) { return parc_int_complex_eq(a, b); }
PARC_INLINE bool parc_complex_int_ne(parc_c128 b, parc_i64 a) { return !parc_int_complex_eq(a, b); }
