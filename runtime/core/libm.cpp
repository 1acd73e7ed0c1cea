// libm's functions under names of our own, so that generated code gets exactly their bits: an
// optimiser that knows `pow` rewrites pow(x, 2.0), and a vector library has other last bits.
#include <cmath>

#include "runtime/kernel/kernel.h"

extern "C" {

#define PARC_LIBM(name) \
  parc_f64 parc_libm_##name(parc_f64 x) { return std::name(x); }
PARC_LIBM(acos)
PARC_LIBM(acosh)
PARC_LIBM(asin)
PARC_LIBM(asinh)
PARC_LIBM(atan)
PARC_LIBM(atanh)
PARC_LIBM(cbrt)
PARC_LIBM(cos)
PARC_LIBM(cosh)
PARC_LIBM(erf)
PARC_LIBM(erfc)
PARC_LIBM(exp)
PARC_LIBM(exp2)
PARC_LIBM(expm1)
PARC_LIBM(log)
PARC_LIBM(log10)
PARC_LIBM(log1p)
PARC_LIBM(log2)
PARC_LIBM(sin)
PARC_LIBM(sinh)
PARC_LIBM(tan)
PARC_LIBM(tanh)
#undef PARC_LIBM

parc_f64 parc_libm_pow(parc_f64 x, parc_f64 y) { return std::pow(x, y); }
parc_f32 parc_libm_powf(parc_f32 x, parc_f32 y) { return std::pow(x, y); }
parc_f64 parc_libm_atan2(parc_f64 y, parc_f64 x) { return std::atan2(y, x); }
parc_f64 parc_libm_remainder(parc_f64 x, parc_f64 y) { return std::remainder(x, y); }
parc_f64 parc_libm_nextafter(parc_f64 x, parc_f64 y) { return std::nextafter(x, y); }

bool parc_math_ldexp(parc_f64 x, parc_i64 e, parc_f64* out) {
  *out = std::ldexp(x, e > 1000000 ? 1000000 : e < -1000000 ? -1000000 : static_cast<int>(e));
  return std::isinf(*out) && std::isfinite(x);
}

void parc_math_frexp(parc_f64 x, parc_f64* fraction, parc_i64* exponent) {
  int e = 0;
  *fraction = std::isfinite(x) ? std::frexp(x, &e) : x;
  *exponent = e;
}

void parc_math_modf(parc_f64 x, parc_f64* fraction, parc_f64* whole) {
  *fraction = std::modf(x, whole);
}

}  // extern "C"
