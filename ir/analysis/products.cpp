#include "ir/analysis/products.h"

#include <algorithm>

namespace parc::ir {
namespace {

constexpr size_t kMostFactors = 4;
constexpr Wide kSmall = Wide{1} << 31;

// a >= b for forms that may not fit, which then says nothing.
FormulaRef not_less(const std::optional<Linear>& a, const std::optional<Linear>& b) {
  return a && b ? at_least(*a, *b) : truth(true);
}

// What x * y is at least and at most where sign * x is positive: (y - lo) * (x - 1) >= 0 and
// (hi - y) * (x - 1) >= 0, for y in `range`.
FormulaRef bounds_of_product(const Linear& x, int64_t sign, const Linear& y, const Linear& value,
                             Interval range) {
  std::optional<Linear> size = scale(x, sign);
  std::optional<Linear> product = scale(value, sign);
  if (!size || !product) return truth(true);
  auto corner = [&](Wide bound) {
    int64_t at = static_cast<int64_t>(bound);
    std::optional<Linear> sum = scale(*size, at);
    if (sum) sum = add(*sum, y);
    return sum ? add(*sum, Linear::of(-at)) : sum;
  };
  FormulaRef lower = range.lo > -kSmall ? not_less(*product, corner(range.lo)) : truth(true);
  FormulaRef upper = range.hi < kSmall ? not_less(corner(range.hi), *product) : truth(true);
  return all_of({at_least(*size, Linear::of(1)), lower, upper});
}

// One of the cases of the sign of x that its range allows.
FormulaRef by_sign(const Linear& x, Interval range, const FormulaRef& positive,
                   const FormulaRef& zero, const FormulaRef& negative) {
  std::vector<FormulaRef> cases;
  if (range.hi > 0) cases.push_back(all_of({at_least(x, Linear::of(1)), positive}));
  if (range.contains(0)) cases.push_back(all_of({equal(x, Linear{}), zero}));
  if (range.lo < 0) cases.push_back(all_of({less(x, Linear{}), negative}));
  return any_of(std::move(cases));
}

}  // namespace

const Product* product_of(const Forms& forms, Var var) {
  return std::get_if<Product>(&forms[var].origin);
}

Var only_var(const Linear& form) { return form.terms.front().var; }

FormulaRef ordered_products(const Linear& x, Interval range, const Multiple& a, const Multiple& b) {
  auto apart = [&](const Multiple& low, const Multiple& high, int64_t sign) {
    std::optional<Linear> rise = add(high.value, low.value, -1);
    if (rise) rise = scale(*rise, sign);
    return all_of({less(low.factor, high.factor), not_less(rise, scale(x, sign))});
  };
  FormulaRef same = all_of({equal(a.factor, b.factor), equal(a.value, b.value)});
  auto in_order = [&](int64_t sign) {
    return any_of({same, apart(a, b, sign), apart(b, a, sign)});
  };
  return by_sign(x, range, in_order(1), truth(true), in_order(-1));
}

FormulaRef ordered_squares(const Multiple& a, const Multiple& b) {
  // (y + 1) * (y + 1) is y * y + 2 * y + 1.
  auto apart = [](const Multiple& low, const Multiple& high) {
    std::optional<Linear> next = add(low.value, low.factor, 2);
    if (next) next = add(*next, Linear::of(1));
    // y * y - y grows by 2 * y from y on to y + 1, and by more after that.
    std::optional<Linear> reduced = add(high.value, high.factor, -1);
    FormulaRef grows = reduced ? not_less(*reduced, add(low.value, low.factor)) : truth(true);
    return all_of({less(low.factor, high.factor), not_less(high.value, next), grows});
  };
  FormulaRef same = all_of({equal(a.factor, b.factor), equal(a.value, b.value)});
  return any_of(
      {same, apart(a, b), apart(b, a), less(a.factor, Linear{}), less(b.factor, Linear{})});
}

std::vector<Var> Forms::factors_of(Var var) const {
  const Product* product = product_of(*this, var);
  if (!product) return {var};
  std::vector<Var> factors = factors_of(only_var(product->left));
  for (Var factor : factors_of(only_var(product->right))) factors.push_back(factor);
  return factors;
}

// One unknown for the product of several; those that do not vary come first.
std::optional<Var> Forms::make_product(std::vector<Var> factors) {
  std::sort(factors.begin(), factors.end(), [&](Var a, Var b) {
    return std::pair(vars_[a].varies, a) < std::pair(vars_[b].varies, b);
  });
  size_t varying = static_cast<size_t>(std::count_if(
      factors.begin(), factors.end(), [&](Var factor) { return vars_[factor].varies; }));
  bool is_square = factors.size() == 2 && factors[0] == factors[1];
  if (factors.size() > kMostFactors || (varying > 1 && !is_square)) return {};
  if (factors.size() == 1) return factors[0];
  Linear y = Linear::of(factors.back());
  factors.pop_back();
  std::optional<Var> rest = make_product(factors);
  if (!rest) return {};
  Linear x = Linear::of(*rest);
  Interval wide =
      multiply(range_of(x).meet(Interval::all_int64()), range_of(y).meet(Interval::all_int64()));
  Linear value = defined("*", {x, y}, wide.meet(Interval::all_int64()),
                         [](const Linear&) { return truth(true); });
  Var made = only_var(value);
  if (product_of(*this, made)) return made;
  vars_[made].origin = Product{x, y};
  if (is_square) {
    vars_[made].definition = all_of({at_least(value, y), not_less(value, scale(y, -1))});
    return made;
  }
  // An upper bound of y by what is known elsewhere scales, too.
  FormulaRef below = truth(true), above = truth(true);
  std::optional<UpperBound> upper = vars_[only_var(y)].upper;
  std::optional<Linear> most = upper ? product(x, upper->most) : std::nullopt;
  std::optional<Linear> scaled = upper ? scale(value, upper->factor) : std::nullopt;
  if (most && scaled) {
    below = at_least(*most, *scaled);
    above = at_least(*scaled, *most);
  }
  FormulaRef positive = all_of({bounds_of_product(x, 1, y, value, range_of(y)), below});
  FormulaRef negative = all_of({bounds_of_product(x, -1, y, value, range_of(y)), above});
  vars_[made].definition = by_sign(x, range_of(x), positive, equal(value, Linear{}), negative);
  return made;
}

// A sum that does not vary and is multiplied as a whole gets a name, to be one factor.
Var Forms::name_for(const Linear& form) {
  bool is_var = form.constant == 0 && form.terms.size() == 1 && form.terms.front().factor == 1;
  if (is_var) return only_var(form);
  Linear name =
      defined("=", {form}, range_of(form), [&](const Linear& value) { return equal(value, form); });
  vars_[only_var(name)].origin = Quotient{form, 1};
  return only_var(name);
}

std::optional<Linear> Forms::product(const Linear& a, const Linear& b) {
  if (a.is_constant()) return scale(b, a.constant);
  if (b.is_constant()) return scale(a, b.constant);
  Linear left = a, right = b;
  if (varies(a) && !varies(b)) right = Linear::of(name_for(b));
  if (varies(b) && !varies(a)) left = Linear::of(name_for(a));
  std::optional<Linear> sum = Linear{};
  auto add_term = [&](const std::optional<Linear>& of, int64_t factor) {
    if (sum && of) sum = add(*sum, *of, factor);
    if (!of) sum.reset();
  };
  add_term(Linear{0, left.terms}, right.constant);
  add_term(Linear{0, right.terms}, left.constant);
  Wide constant = Wide{left.constant} * right.constant;
  if (!Interval::of(constant).fits_int64()) return {};
  add_term(Linear::of(static_cast<int64_t>(constant)), 1);
  for (const Term& s : left.terms) {
    for (const Term& t : right.terms) {
      std::vector<Var> factors = factors_of(s.var);
      for (Var factor : factors_of(t.var)) factors.push_back(factor);
      std::optional<Var> var = make_product(std::move(factors));
      Wide factor = Wide{s.factor} * t.factor;
      if (!var || !Interval::of(factor).fits_int64()) return {};
      add_term(Linear::of(*var), static_cast<int64_t>(factor));
    }
  }
  return sum;
}

std::optional<Linear> Forms::quotient_by(const Linear& a, const Linear& divisor) {
  if (varies(divisor)) return {};
  Linear d = Linear::of(name_for(divisor));
  Linear q = defined("//", {a, d},
                     floor_divide(range_of(a).meet(Interval::all_int64()),
                                  range_of(d).meet(Interval::all_int64())),
                     [](const Linear&) { return truth(true); });
  std::optional<Linear> whole = product(d, q);
  std::optional<Linear> rest = whole ? add(a, *whole, -1) : whole;
  if (!rest) return {};
  FormulaRef up = all_of({less(Linear{}, d), at_least(*rest, Linear{}), less(*rest, d)});
  FormulaRef down = all_of({less(d, Linear{}), at_least(Linear{}, *rest), less(d, *rest)});
  // The sign of q, which the bounds of the product do not give.
  if (range_of(a).lo >= 0) {
    up = all_of({up, at_least(q, Linear{})});
    down = all_of({down, at_least(Linear{}, q)});
  }
  vars_[only_var(q)].definition = any_of({up, down});
  return q;
}

std::optional<Linear> Forms::remainder_by(const Linear& a, const Linear& divisor) {
  std::optional<Linear> quotient = quotient_by(a, divisor);
  std::optional<Linear> whole =
      quotient ? product(Linear::of(name_for(divisor)), *quotient) : quotient;
  return whole ? add(a, *whole, -1) : whole;
}

}  // namespace parc::ir
