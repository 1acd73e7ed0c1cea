// NumPy's elementary functions of complex numbers, which are the C library's.
#include "runtime/kernel/kernel.h"

namespace {

_Complex double native(parc_c128 x) {
  _Complex double out;
  __real__ out = x.re;
  __imag__ out = x.im;
  return out;
}

_Complex float native(parc_c64 x) {
  _Complex float out;
  __real__ out = x.re;
  __imag__ out = x.im;
  return out;
}

parc_c128 own(_Complex double x) { return {__real__ x, __imag__ x}; }
parc_c64 own(_Complex float x) { return {__real__ x, __imag__ x}; }

}  // namespace

extern "C" {

#define PARC_COMPLEX(name)                                                                   \
  parc_c128 parc_np_##name##_c128(parc_c128 x) { return own(__builtin_c##name(native(x))); } \
  parc_c64 parc_np_##name##_c64(parc_c64 x) { return own(__builtin_c##name##f(native(x))); }
PARC_COMPLEX(sqrt)
PARC_COMPLEX(exp)
PARC_COMPLEX(log)
PARC_COMPLEX(sin)
PARC_COMPLEX(cos)
PARC_COMPLEX(tan)
PARC_COMPLEX(sinh)
PARC_COMPLEX(cosh)
PARC_COMPLEX(tanh)
PARC_COMPLEX(asin)
PARC_COMPLEX(acos)
PARC_COMPLEX(atan)
PARC_COMPLEX(asinh)
PARC_COMPLEX(acosh)
PARC_COMPLEX(atanh)
#undef PARC_COMPLEX

}  // extern "C"
