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

double scaled_norm(const double* x, parc_i64 n, double scale) {
  SquareSum squares;
  for (parc_i64 i = 0; i < n; ++i) {
    Split part = split(x[i] * scale);
    squares.add(part.high * part.high, squares.lost_high);
    squares.add(2.0 * part.high * part.low, squares.lost_cross);
    squares.lost_low += part.low * part.low;
  }
  double root = std::sqrt(squares.total());
  Split part = split(root);
  squares.add(-part.high * part.high, squares.lost_high);
  squares.add(-2.0 * part.high * part.low, squares.lost_cross);
  squares.add(-part.low * part.low, squares.lost_low);
  return (root + squares.total() / (2.0 * root)) / scale;
}

// Subnormal numbers, for which the scale would overflow.
double tiny_norm(const double* x, parc_i64 n, double largest) {
  SquareSum squares;
  for (parc_i64 i = 0; i < n; ++i) {
    double ratio = x[i] / largest;
    squares.add(ratio * ratio, squares.lost_high);
  }
  return largest * std::sqrt(squares.sum - 1.0 + squares.lost_high);
}

}  // namespace

extern "C" parc_f64 parc_norm(const parc_f64* x, parc_i64 n) {
  double magnitudes[32];
  double largest = 0.0;
  bool nan = false;
  for (parc_i64 i = 0; i < n; ++i) {
    magnitudes[i] = std::fabs(x[i]);
    nan |= std::isnan(magnitudes[i]);
    if (magnitudes[i] > largest) largest = magnitudes[i];
  }
  if (std::isinf(largest)) return largest;
  if (nan) return std::nan("");
  if (largest == 0.0 || n == 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  if (exponent < -1023) return tiny_norm(magnitudes, n, largest);
  return scaled_norm(magnitudes, n, std::ldexp(1.0, -exponent));
}
