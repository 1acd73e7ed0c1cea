// Functions of Python's ints that are too long to be inlined.
#include <cmath>

#include "runtime/kernel/kernel.h"

namespace {

typedef unsigned __int128 Wide;
constexpr parc_u64 kMax = PARC_I64_MAX;

int leading_zeros(Wide x) {
  parc_u64 high = static_cast<parc_u64>(x >> 64);
  return high ? __builtin_clzll(high) : 64 + __builtin_clzll(static_cast<parc_u64>(x));
}

}  // namespace

extern "C" {

// Rounded once, from a quotient of 55 to 64 bits whose lowest bit tells of a remainder.
parc_f64 parc_int_quotient(parc_i64 a, parc_i64 b) {
  parc_u64 above = parc_magnitude(a), below = parc_magnitude(b);
  if (above == 0) return b < 0 ? -0.0 : 0.0;
  int shift = leading_zeros(above);
  Wide scaled = static_cast<Wide>(above) << shift;
  Wide quotient = scaled / below;
  // At most 64 bits are kept, so that the conversion below rounds but once.
  int excess = 128 - leading_zeros(quotient) - 64;
  Wide sticky = quotient * below != scaled;
  if (excess > 0) {
    sticky |= (quotient & ((static_cast<Wide>(1) << excess) - 1)) != 0;
    quotient >>= excess;
    shift -= excess;
  }
  double magnitude =
      std::ldexp(static_cast<double>(static_cast<parc_u64>(quotient | sticky)), -shift);
  return (a < 0) != (b < 0) ? -magnitude : magnitude;
}

parc_u64 parc_gcd(parc_u64 a, parc_u64 b) {
  if (a == 0) return b;
  if (b == 0) return a;
  int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b != 0) {
    b >>= __builtin_ctzll(b);
    if (a > b) {
      parc_u64 other = a;
      a = b;
      b = other;
    }
    b -= a;
  }
  return a << twos;
}

// Every partial product is a binomial coefficient itself, and they grow.
bool parc_math_comb(parc_i64 n, parc_i64 k, parc_i64* out) {
  if (n < 0 || k < 0) return true;
  *out = 0;
  if (k > n) return false;
  if (k > n - k) k = n - k;
  Wide result = 1;
  for (parc_i64 i = 0; i < k; ++i) {
    result = result * static_cast<parc_u64>(n - i) / static_cast<parc_u64>(i + 1);
    if (result > kMax) return true;
  }
  *out = static_cast<parc_i64>(result);
  return false;
}

bool parc_math_perm2(parc_i64 n, parc_i64 k, parc_i64* out) {
  if (n < 0 || k < 0) return true;
  *out = 0;
  if (k > n) return false;
  *out = 1;
  for (parc_i64 i = 0; i < k; ++i) {
    if (__builtin_mul_overflow(*out, n - i, out)) return true;
  }
  return false;
}

bool parc_math_factorial(parc_i64 n, parc_i64* out) {
  return n < 0 || n > 20 || parc_math_perm2(n, n, out);
}

bool parc_math_isqrt(parc_i64 n, parc_i64* out) {
  if (n < 0) return true;
  parc_i64 root = static_cast<parc_i64>(std::sqrt(static_cast<double>(n)));
  while (root > 3037000499LL || root * root > n) --root;
  while (root < 3037000499LL && (root + 1) * (root + 1) <= n) ++root;
  *out = root;
  return false;
}

// To a multiple of 10**-digits, ties to even.
bool parc_int_round(parc_i64 x, parc_i64 digits, parc_i64* out) {
  *out = digits >= 0 ? x : 0;
  if (digits >= 0 || digits < -19) return false;
  parc_i128 unit = 1;
  for (parc_i64 i = digits; i < 0; ++i) unit *= 10;
  parc_i128 below = x - ((x % unit) + unit) % unit;
  parc_i128 twice = 2 * (x - below);
  bool up = twice > unit || (twice == unit && (below / unit) % 2 != 0);
  parc_i128 rounded = up ? below + unit : below;
  *out = static_cast<parc_i64>(rounded);
  return *out != rounded;
}

// pow(base, exponent, modulus): the result has the modulus' sign; a negative exponent takes the
// inverse.
bool parc_int_powmod(parc_i64 base, parc_i64 exponent, parc_i64 modulus, parc_i64* out) {
  if (modulus == 0) return true;
  const parc_u64 size = parc_magnitude(modulus);
  parc_i128 reduced = static_cast<parc_i128>(base) % size;
  Wide power = static_cast<Wide>(reduced < 0 ? reduced + size : reduced);
  if (exponent < 0) {
    parc_i128 r0 = size, r1 = static_cast<parc_i128>(power), s0 = 0, s1 = 1;
    while (r1 != 0) {
      parc_i128 quotient = r0 / r1, rest = r0 - quotient * r1, next = s0 - quotient * s1;
      r0 = r1, r1 = rest, s0 = s1, s1 = next;
    }
    if (r0 != 1) return true;
    power = static_cast<Wide>(s0 < 0 ? s0 + size : s0);
  }
  Wide result = 1 % size;
  for (parc_u64 left = parc_magnitude(exponent); left != 0;
       left >>= 1, power = power * power % size) {
    if (left & 1) result = result * power % size;
  }
  parc_i64 value = static_cast<parc_i64>(result);
  *out = modulus < 0 && value != 0 ? static_cast<parc_i64>(static_cast<parc_i128>(result) - size)
                                   : value;
  return false;
}

}  // extern "C"
