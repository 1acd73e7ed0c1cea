// The heat equation as in samples/heat: one parallel region around the time loop. The steps go to
// and fro between the two plates, which are equal at the start.
#include <cstdint>

extern "C" void heat(double* u, double* v, int64_t rows, int64_t columns, int64_t steps, double k) {
#pragma omp parallel firstprivate(u, v)
  for (int64_t t = 0; t < steps; ++t) {
#pragma omp for schedule(static)
    for (int64_t i = 1; i < rows - 1; ++i) {
      const double* __restrict above = u + (i - 1) * columns;
      const double* __restrict row = u + i * columns;
      const double* __restrict below = u + (i + 1) * columns;
      double* __restrict to = v + i * columns;
      for (int64_t j = 1; j < columns - 1; ++j) {
        const double around = above[j] + below[j] + row[j - 1] + row[j + 1];
        to[j] = row[j] + k * (around - 4.0 * row[j]);
      }
    }
    double* swapped = u;
    u = v;
    v = swapped;
  }
}
