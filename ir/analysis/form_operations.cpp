#include "ir/analysis/form_operations.h"

#include <bit>
#include <cstdint>

namespace parc::ir {
namespace {

// a | bits, or a ^ bits, for a constant with few bits set.
std::optional<Linear> with_bits(Forms& forms, const Linear& a, const Linear& bits, bool turns) {
  constexpr int kMostBits = 4;
  constexpr int64_t kBeyond = int64_t{1} << 62;
  const bool is_mask = bits.is_constant() && bits.constant >= 0 && bits.constant < kBeyond;
  if (!is_mask || std::popcount(static_cast<uint64_t>(bits.constant)) > kMostBits) return {};
  std::optional<Linear> result = a;
  for (int64_t bit = kBeyond / 2; bit > 0 && result; bit /= 2) {
    if ((bits.constant & bit) == 0) continue;
    std::optional<Linear> above = forms.quotient(a, bit);
    std::optional<Linear> is_set = above ? forms.remainder(*above, 2) : above;
    if (is_set) result = add(*result, *is_set, turns ? -2 * bit : -bit);
    if (is_set && result) result = add(*result, Linear::of(bit));
    if (!is_set) result.reset();
  }
  return result;
}

}  // namespace

std::optional<Linear> apply_to_forms(Forms& forms, BinaryOp op, const Linear& a, const Linear& b,
                                     bool zero_raises) {
  constexpr int64_t kLargestShift = 62;
  switch (op) {
    case BinaryOp::kAdd:
      return add(a, b);
    case BinaryOp::kSub:
      return add(a, b, -1);
    case BinaryOp::kMul:
      return forms.product(a, b);
    case BinaryOp::kFloorDiv:
      if (b.is_constant() && b.constant > 0) return forms.quotient(a, b.constant);
      return zero_raises && !b.is_constant() ? forms.quotient_by(a, b) : std::nullopt;
    case BinaryOp::kMod:
      if (b.is_constant() && b.constant > 0) return forms.remainder(a, b.constant);
      return zero_raises && !b.is_constant() ? forms.remainder_by(a, b) : std::nullopt;
    case BinaryOp::kShl:
      if (b.is_constant() && b.constant >= 0 && b.constant <= kLargestShift) {
        return scale(a, int64_t{1} << b.constant);
      }
      return {};
    case BinaryOp::kShr:
      if (b.is_constant() && b.constant >= 0 && b.constant <= kLargestShift) {
        return forms.quotient(a, int64_t{1} << b.constant);
      }
      return {};
    case BinaryOp::kAnd:
      // A mask of low bits.
      if (b.is_constant() && b.constant >= 0 && b.constant < INT64_MAX &&
          (b.constant & (b.constant + 1)) == 0) {
        return forms.remainder(a, b.constant + 1);
      }
      return {};
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      return with_bits(forms, a, b, op == BinaryOp::kXor);
    case BinaryOp::kDiv:
    case BinaryOp::kPow:
      return {};
  }
  return {};
}

}  // namespace parc::ir
