// The loops of reduction_loops.py for one thread. Bounds are not checked.
#include <cstdint>

static int64_t modulo(int64_t a) {
  int64_t rest = a % 9973;
  return rest < 0 ? rest + 9973 : rest;
}

extern "C" {

void histogram(const int64_t* b, int64_t n, int64_t* h) {
  for (int64_t i = 0; i < n; ++i) h[b[i]] += 1;
}

void sum_of_rows(const double* m, int64_t rows, int64_t columns, double* y) {
  for (int64_t i = 0; i < rows; ++i) {
    for (int64_t j = 0; j < columns; ++j) y[j] += m[i * columns + j];
  }
}

void largest_by_key(const int64_t* key, const double* x, int64_t n, double* best) {
  for (int64_t i = 0; i < n; ++i) {
    if (x[i] > best[key[i]]) best[key[i]] = x[i];
  }
}

void composed(const int64_t* p, const int64_t* q, int64_t n, int64_t* whole) {
  int64_t a = 1, b = 0;
  for (int64_t i = 0; i < n; ++i) {
    b = modulo(a * q[i] + b);
    a = modulo(a * p[i]);
  }
  whole[0] = a;
  whole[1] = b;
}

}  // extern "C"
