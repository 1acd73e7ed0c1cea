#include "codegen/legalize/bound.h"

#include <algorithm>

#include "codegen/legalize/wide_form.h"

namespace parc::lower {
namespace {

// Folds only while the literals are small enough that nothing can overflow.
constexpr __int128 kLarge = static_cast<__int128>(1) << 100;

bool small(const __int128* value) { return value && *value < kLarge && *value > -kLarge; }

CExpr wide(const CExpr& value) { return literal(value) ? value : cast("parc_i128", value); }

CExpr sum(const CExpr& a, const CExpr& b) {
  const __int128 *x = literal(a), *y = literal(b);
  if (small(x) && small(y)) return integer(*x + *y);
  if (x && *x == 0) return b;
  if (y && *y == 0) return a;
  return infix("+", a, b);
}

CExpr difference(const CExpr& a, const CExpr& b) {
  const __int128 *x = literal(a), *y = literal(b);
  if (small(x) && small(y)) return integer(*x - *y);
  if (y && *y == 0) return a;
  return infix("-", a, b);
}

CExpr product(const CExpr& a, const CExpr& b) {
  const __int128 *x = literal(a), *y = literal(b);
  const auto tiny = [](const __int128* v) {
    return v && *v < (kLarge >> 50) && *v > -(kLarge >> 50);
  };
  if (tiny(x) && tiny(y)) return integer(*x * *y);
  if ((x && *x == 1) || (y && *y == 0)) return b;
  if ((y && *y == 1) || (x && *x == 0)) return a;
  return infix("*", a, b);
}

CExpr choose(const char* op, const CExpr& a, const CExpr& b) {
  const __int128 *x = literal(a), *y = literal(b);
  if (x && y) return integer(*op == '<' ? std::min(*x, *y) : std::max(*x, *y));
  if (a == b) return a;
  if (always_at_most(a, b)) return *op == '<' ? a : b;
  if (always_at_most(b, a)) return *op == '<' ? b : a;
  return call(*op == '<' ? "parc_lesser" : "parc_greater", {a, b});
}

CExpr minimum(const CExpr& a, const CExpr& b) { return choose("<", a, b); }
CExpr maximum(const CExpr& a, const CExpr& b) { return choose(">", a, b); }

CExpr floor_quotient(const CExpr& a, __int128 divisor) {
  if (const __int128* x = literal(a)) {
    return integer(*x >= 0 ? *x / divisor : -((-*x + divisor - 1) / divisor));
  }
  return call("parc_wide_floor_quotient", {a, integer(divisor)});
}

}  // namespace

Bound point(const CExpr& value) {
  const CExpr w = wide(value);
  return {w, w};
}

Bound between(__int128 lo, __int128 hi) { return {integer(lo), integer(hi)}; }

Bound add(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  return {sum(a.lo, b.lo), sum(a.hi, b.hi)};
}

Bound subtract(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  return {difference(a.lo, b.hi), difference(a.hi, b.lo)};
}

Bound negate(const Bound& a) { return subtract(between(0, 0), a); }

Bound multiply(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  const auto nonnegative = [](const Bound& x) { return literal(x.lo) && *literal(x.lo) >= 0; };
  const auto scaled = [](const Bound& x, const CExpr& factor) {
    const bool negative = *literal(factor) < 0;
    return Bound{product(negative ? x.hi : x.lo, factor), product(negative ? x.lo : x.hi, factor)};
  };
  if (a.lo == a.hi && literal(a.lo)) return scaled(b, a.lo);
  if (b.lo == b.hi && literal(b.lo)) return scaled(a, b.lo);
  if (nonnegative(a) && nonnegative(b)) return {product(a.lo, b.lo), product(a.hi, b.hi)};
  const CExpr p = product(a.lo, b.lo), q = product(a.lo, b.hi), r = product(a.hi, b.lo),
              s = product(a.hi, b.hi);
  return {call("parc_least", {p, q, r, s}), call("parc_greatest", {p, q, r, s})};
}

Bound smaller(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  return {minimum(a.lo, b.lo), minimum(a.hi, b.hi)};
}

Bound larger(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  return {maximum(a.lo, b.lo), maximum(a.hi, b.hi)};
}

Bound either(const Bound& a, const Bound& b) {
  if (!a.known() || !b.known()) return {};
  return {minimum(a.lo, b.lo), maximum(a.hi, b.hi)};
}

Bound floor_divide(const Bound& a, __int128 divisor) {
  if (!a.known()) return {};
  return {floor_quotient(a.lo, divisor), floor_quotient(a.hi, divisor)};
}

Bound modulo(const Bound& a, __int128 divisor) {
  const Bound full = between(0, divisor - 1);
  if (!a.known() || !literal(a.lo) || *literal(a.lo) < 0) return full;
  return {integer(0), minimum(a.hi, full.hi)};
}

CExpr at_most(const CExpr& a, const CExpr& b) {
  const __int128 *x = literal(a), *y = literal(b);
  if (x && y) return *x <= *y ? nullptr : boolean(false);
  if (always_at_most(a, b)) return nullptr;
  return infix("<=", a, b);
}

CExpr plus(const CExpr& a, __int128 constant) { return sum(a, integer(constant)); }

}  // namespace parc::lower
