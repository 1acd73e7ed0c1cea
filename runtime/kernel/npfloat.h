// NumPy's floats: nothing fails; division by zero gives an infinity or a NaN.
#pragma once

#include "abi.h"
#include "float.h"

template <class T>
PARC_INLINE T parc_np_fdiv(T a, T b) {
  return a / b;
}
template <class T>
PARC_INLINE T parc_np_ffloordiv(T a, T b) {
  return PARC_UNLIKELY(b == 0) ? a / b : parc_floor_divmod(a, b).quotient;
}
template <class T>
PARC_INLINE T parc_np_fmod(T a, T b) {
  return PARC_UNLIKELY(b == 0) ? parc_fmod(a, b) : parc_floor_mod(a, b);
}
// Powers of scalars of which neither has the result's kind: NumPy computes them as it does arrays',
// with short cuts for some exponents.
PARC_INLINE parc_f64 parc_np_mixed_pow(parc_f64 a, parc_f64 b) {
  if (b == 2) return a * a;
  if (b == -1) return 1 / a;
  return b == 0.5 ? __builtin_sqrt(a) : parc_libm_pow(a, b);
}
