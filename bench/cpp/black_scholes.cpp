// Option prices as in samples/black_scholes; returns the number of the first bad option or -1.
#include <cmath>
#include <cstdint>

namespace {

double normal_cdf(double x) { return 0.5 * (1.0 + std::erf(x / std::sqrt(2.0))); }

}  // namespace

extern "C" int64_t black_scholes(const double* __restrict spot, const double* __restrict strike,
                                 const double* __restrict years, double rate, double volatility,
                                 double* __restrict call, double* __restrict put, int64_t n) {
  int64_t bad = n;
#pragma omp parallel for schedule(static) reduction(min : bad)
  for (int64_t i = 0; i < n; ++i) {
    const double s = spot[i], t = years[i], k = strike[i];
    if (s <= 0.0 || t <= 0.0) {
      if (i < bad) bad = i;
      continue;
    }
    const double spread = volatility * std::sqrt(t);
    const double d1 = (std::log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread;
    const double d2 = d1 - spread;
    const double later = k * std::exp(-rate * t);
    call[i] = s * normal_cdf(d1) - later * normal_cdf(d2);
    put[i] = later * normal_cdf(-d2) - s * normal_cdf(-d1);
  }
  return bad < n ? bad : -1;
}
