// All shortest paths in place as in samples/floyd_warshall: one parallel region around the rounds.
#include <cstdint>

extern "C" void floyd_warshall(double* d, int64_t n) {
#pragma omp parallel
  for (int64_t k = 0; k < n; ++k) {
    const double* __restrict other = d + k * n;
#pragma omp for schedule(static)
    for (int64_t i = 0; i < n; ++i) {
      if (i == k) continue;
      double* __restrict row = d + i * n;
      const double first = row[k];
      for (int64_t j = 0; j < n; ++j) {
        const double through = first + other[j];
        row[j] = through < row[j] ? through : row[j];
      }
    }
  }
}
