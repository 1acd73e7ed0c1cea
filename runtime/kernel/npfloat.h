// NumPy's floats: nothing fails; division by zero gives an infinity or a NaN.
#pragma once

#include "abi.h"
#include "float.h"

template <class T>
PARC_INLINE T parc_np_fdiv(T a, T b) { return a / b; }
template <class T>
PARC_INLINE T parc_np_ffloordiv(T a, T b) {
  return PARC_UNLIKELY(b == 0) ? a / b : parc_floor_divmod(a, b).quotient;
}
template <class T>
PARC_INLINE T parc_np_fmod(T a, T b) {
  return PARC_UNLIKELY(b == 0) ? parc_fmod(a, b) : parc_floor_mod(a, b);
}
PARC_INLINE parc_f64 parc_np_fpow(parc_f64 a, parc_f64 b) { return parc_libm_pow(a, b); }
PARC_INLINE parc_f32 parc_np_fpow(parc_f32 a, parc_f32 b) { return parc_libm_powf(a, b); }
