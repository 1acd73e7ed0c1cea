// The spectral norm as in samples/spectral_norm, with the integers of Python's size.
#include <cmath>
#include <cstdint>
#include <vector>

namespace {

double element(int64_t i, int64_t j) {
  const int64_t below = (i + j) * (i + j + 1) / 2;  // exact: one of the factors is even
  return 1.0 / static_cast<double>(below + i + 1);
}

void times(const double* __restrict v, double* __restrict out, int64_t n) {
#pragma omp parallel for schedule(static)
  for (int64_t i = 0; i < n; ++i) {
    double s = 0.0;
    for (int64_t j = 0; j < n; ++j) s += element(i, j) * v[j];
    out[i] = s;
  }
}

void times_transposed(const double* __restrict v, double* __restrict out, int64_t n) {
#pragma omp parallel for schedule(static)
  for (int64_t i = 0; i < n; ++i) {
    double s = 0.0;
    for (int64_t j = 0; j < n; ++j) s += element(j, i) * v[j];
    out[i] = s;
  }
}

}  // namespace

extern "C" double spectral_norm(int64_t n, int64_t rounds) {
  std::vector<double> u(n, 1.0), v(n), w(n);
  for (int64_t k = 0; k < rounds; ++k) {
    times(u.data(), w.data(), n);
    times_transposed(w.data(), v.data(), n);
    times(v.data(), w.data(), n);
    times_transposed(w.data(), u.data(), n);
  }
  double uv = 0.0, vv = 0.0;
#pragma omp parallel for schedule(static) reduction(+ : uv, vv)
  for (int64_t i = 0; i < n; ++i) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return std::sqrt(uv / vv);
}
