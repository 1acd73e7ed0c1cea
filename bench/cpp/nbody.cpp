// Gravity between all pairs of bodies as in samples/nbody.
#include <cmath>
#include <cstdint>
#include <vector>

extern "C" void nbody(double* pos, double* vel, const double* mass, int64_t n, int64_t steps,
                      double dt, double eps) {
  std::vector<double> acceleration(3 * n);
  double* acc = acceleration.data();
  for (int64_t t = 0; t < steps; ++t) {
#pragma omp parallel for schedule(static)
    for (int64_t i = 0; i < n; ++i) {
      const double x = pos[3 * i], y = pos[3 * i + 1], z = pos[3 * i + 2];
      double ax = 0.0, ay = 0.0, az = 0.0;
      for (int64_t j = 0; j < n; ++j) {
        const double dx = pos[3 * j] - x;
        const double dy = pos[3 * j + 1] - y;
        const double dz = pos[3 * j + 2] - z;
        const double d2 = dx * dx + dy * dy + dz * dz + eps;
        const double w = mass[j] / (d2 * std::sqrt(d2));
        ax += w * dx;
        ay += w * dy;
        az += w * dz;
      }
      acc[3 * i] = ax;
      acc[3 * i + 1] = ay;
      acc[3 * i + 2] = az;
    }
#pragma omp parallel for schedule(static)
    for (int64_t i = 0; i < 3 * n; ++i) {
      vel[i] += dt * acc[i];
      pos[i] += dt * vel[i];
    }
  }
}
