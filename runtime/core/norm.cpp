// math.hypot and math.dist as CPython 3.10 and 3.11 compute them: the sum of squares with all
// rounding errors kept, and one correction of its square root.
#include <cmath>

#include "runtime/kernel/kernel.h"

namespace {

struct Split {
  double high, low;
};  // two halves of 26 bits, the products of which are exact

Split split(double x) {
  double shifted = x * 134217729.0;  // 2**27 + 1
  double high = shifted - (shifted - x);
  return {high, x - high};
}

// A sum that starts at 1, so that every term is smaller, with the rounding errors beside it.
struct SquareSum {
  double sum = 1.0, lost_high = 0.0, lost_cross = 0.0, lost_low = 0.0;

  void add(double term, double& lost) {
    double before = sum;
    sum += term;
    lost += (before - sum) + term;
  }
  double total() const { return sum - 1.0 + (lost_high + lost_cross + lost_low); }
};

// What scales the largest number to 0.5 … 1; 0 for subnormal ones, where it would overflow.
double scale_of(double largest) {
  int exponent;
  std::frexp(largest, &exponent);
  return exponent < -1023 ? 0.0 : std::ldexp(1.0, -exponent);
}

void add_square(SquareSum& squares, double x, double largest, double scale) {
  if (scale == 0.0) {
    double ratio = x / largest;
    squares.add(ratio * ratio, squares.lost_high);
    return;
  }
  Split part = split(x * scale);
  squares.add(part.high * part.high, squares.lost_high);
  squares.add(2.0 * part.high * part.low, squares.lost_cross);
  squares.lost_low += part.low * part.low;
}

double root_of(SquareSum squares, double largest, double scale) {
  double root = std::sqrt(squares.total());
  if (scale == 0.0) return largest * root;
  Split part = split(root);
  squares.add(-part.high * part.high, squares.lost_high);
  squares.add(-2.0 * part.high * part.low, squares.lost_cross);
  squares.add(-part.low * part.low, squares.lost_low);
  return (root + squares.total() / (2.0 * root)) / scale;
}

// Whether the largest number is not the norm itself.
bool needs_squares(double count, double largest) {
  return count > 1.0 && largest > 0.0 && std::isfinite(largest);
}

}  // namespace

// The larger magnitude; infinity before NaN before the others.
extern "C" parc_f64 parc_math_dist_larger(parc_f64 largest, parc_f64 x) {
  x = std::fabs(x);
  if (std::isinf(largest) || std::isinf(x)) return HUGE_VAL;
  if (std::isnan(largest)) return largest;
  return x > largest || std::isnan(x) ? x : largest;
}

extern "C" void parc_math_dist_step(parc_f64 sum, parc_f64 lost_high, parc_f64 lost_cross,
                                    parc_f64 lost_low, parc_f64 x, parc_f64 largest,
                                    parc_f64* new_sum, parc_f64* new_high, parc_f64* new_cross,
                                    parc_f64* new_low) {
  SquareSum squares{sum, lost_high, lost_cross, lost_low};
  add_square(squares, std::fabs(x), largest, scale_of(largest));
  *new_sum = squares.sum;
  *new_high = squares.lost_high;
  *new_cross = squares.lost_cross;
  *new_low = squares.lost_low;
}

extern "C" parc_f64 parc_math_dist_end(parc_f64 sum, parc_f64 lost_high, parc_f64 lost_cross,
                                       parc_f64 lost_low, parc_f64 count, parc_f64 largest) {
  if (!needs_squares(count, largest)) return largest;
  return root_of({sum, lost_high, lost_cross, lost_low}, largest, scale_of(largest));
}

extern "C" parc_f64 parc_norm(const parc_f64* x, parc_i64 n) {
  double largest = 0.0;
  for (parc_i64 i = 0; i < n; ++i) largest = parc_math_dist_larger(largest, x[i]);
  if (!needs_squares(static_cast<double>(n), largest)) return largest;
  double scale = scale_of(largest);
  SquareSum squares;
  for (parc_i64 i = 0; i < n; ++i) add_square(squares, std::fabs(x[i]), largest, scale);
  return root_of(squares, largest, scale);
}
