// Symbolic bounds of integers: C expressions of type parc_i128 that hold before a region, for the
// tests that let its fast version leave checks out. Interval arithmetic in the shape of the
// subscript itself.
#pragma once

#include "codegen/legalize/c_build.h"

namespace parc::lower {

// lo <= value <= hi; both null when unknown.
struct Bound {
  CExpr lo, hi;
  bool known() const { return lo && hi; }
};

Bound point(const CExpr& value);  // an expression of type parc_i64 or a literal
Bound between(__int128 lo, __int128 hi);
Bound add(const Bound& a, const Bound& b);
Bound subtract(const Bound& a, const Bound& b);
Bound multiply(const Bound& a, const Bound& b);
Bound negate(const Bound& a);
Bound smaller(const Bound& a, const Bound& b);         // min(a, b)
Bound larger(const Bound& a, const Bound& b);          // max(a, b)
Bound either(const Bound& a, const Bound& b);          // union
Bound floor_divide(const Bound& a, __int128 divisor);  // divisor > 0
Bound modulo(const Bound& a, __int128 divisor);        // divisor > 0

// The condition a <= b, folded: null when it is certain, a false literal when it cannot hold.
CExpr at_most(const CExpr& a, const CExpr& b);
CExpr plus(const CExpr& a, __int128 constant);

}  // namespace parc::lower
