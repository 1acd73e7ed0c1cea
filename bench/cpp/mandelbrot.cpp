// The Mandelbrot set as in samples/mandelbrot.
#include <cstdint>

extern "C" void mandelbrot(int64_t* out, int64_t rows, int64_t columns, double left, double top,
                           double width, int64_t limit) {
  const double size = width / columns;
#pragma omp parallel for schedule(dynamic, 4)
  for (int64_t y = 0; y < rows; ++y) {
    for (int64_t x = 0; x < columns; ++x) {
      const double cr = left + (x + 0.5) * size;
      const double ci = top - (y + 0.5) * size;
      double zr = 0.0, zi = 0.0;
      int64_t n = 0;
      while (n < limit && zr * zr + zi * zi <= 4.0) {
        const double next = zr * zr - zi * zi + cr;
        zi = 2.0 * zr * zi + ci;
        zr = next;
        ++n;
      }
      out[y * columns + x] = n;
    }
  }
}
