// What holds for products of unknowns in terms of sums: isl knows only sums.
#pragma once

#include "ir/analysis/affine.h"

namespace parc::ir {

// The sides of a product, each one unknown; null for what is none.
const Product* product_of(const Forms& forms, Var var);
Var only_var(const Linear& form);

// y and x * y.
struct Multiple {
  Linear factor, value;
};

// Products with the same x grow (or fall) with their other factor, by x at least. `range` holds x.
FormulaRef ordered_products(const Linear& x, Interval range, const Multiple& a, const Multiple& b);
// y * y grows with y, from 0 on.
FormulaRef ordered_squares(const Multiple& a, const Multiple& b);

}  // namespace parc::ir
