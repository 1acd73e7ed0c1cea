// Integer literals, and arithmetic of literals that passes beyond 64 bits on its way (2**63 - 1).
#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"

namespace parc::check {
namespace {

using Wide = __int128;
using syntax::ExprId;

constexpr Wide kLimit = Wide{1} << 100;

std::optional<Wide> parse_int(std::string_view digits) {
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char mark = static_cast<char>(digits[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    if (base != 10) digits.remove_prefix(2);
  }
  Wide value = 0;
  for (char ch : digits) {
    int digit = ch <= '9' ? ch - '0' : (ch | 0x20) - 'a' + 10;
    value = value * base + digit;
    if (value > kLimit) return std::nullopt;
  }
  return value;
}

std::optional<Wide> in_limit(Wide value) {
  if (value > kLimit || value < -kLimit) return std::nullopt;
  return value;
}

std::optional<Wide> multiply(Wide left, Wide right) {
  Wide product;
  if (__builtin_mul_overflow(left, right, &product)) return std::nullopt;
  return in_limit(product);
}

std::optional<Wide> power(Wide base, Wide exponent) {
  if (exponent < 0 || exponent > 100) return std::nullopt;
  std::optional<Wide> result = 1;
  for (Wide at = 0; at < exponent && result; ++at) result = multiply(*result, base);
  return result;
}

std::optional<Wide> apply(syntax::BinaryOp op, Wide left, Wide right) {
  using syntax::BinaryOp;
  switch (op) {
    case BinaryOp::kAdd:
      return in_limit(left + right);
    case BinaryOp::kSub:
      return in_limit(left - right);
    case BinaryOp::kMul:
      return multiply(left, right);
    case BinaryOp::kPow:
      return power(left, right);
    case BinaryOp::kShl:
      if (right < 0 || right > 100) return std::nullopt;
      return multiply(left, Wide{1} << static_cast<int>(right));
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Wide> fold_int(const syntax::Tree& tree, ExprId id) {
  if (const auto* literal = syntax::get<syntax::IntLiteral>(tree, id)) {
    return parse_int(literal->digits);
  }
  if (const auto* unary = syntax::get<syntax::Unary>(tree, id)) {
    std::optional<Wide> operand = fold_int(tree, unary->operand);
    if (!operand) return std::nullopt;
    if (unary->op == syntax::UnaryOp::kMinus) return -*operand;
    if (unary->op == syntax::UnaryOp::kPlus) return operand;
    return std::nullopt;
  }
  if (const auto* binary = syntax::get<syntax::Binary>(tree, id)) {
    // The right operand first: in a long chain it is the short one.
    std::optional<Wide> right = fold_int(tree, binary->right);
    if (!right) return std::nullopt;
    std::optional<Wide> left = fold_int(tree, binary->left);
    if (!left) return std::nullopt;
    return apply(binary->op, *left, *right);
  }
  return std::nullopt;
}

std::optional<Value> check_folded_int(Context& c, ExprId id) {
  std::optional<Wide> value = fold_int(c.tree(), id);
  if (!value || *value > INT64_MAX || *value < INT64_MIN) return std::nullopt;
  return make_int(c, static_cast<int64_t>(*value), range_of(c, id));
}

Value check_int_literal(Context& c, ExprId id) {
  if (std::optional<Value> value = check_folded_int(c, id)) return *value;
  c.diagnostics.emit(Diag::kIntTooLarge, range_of(c, id), "this int does not fit 64 bits")
      .note("native ints are 64 bits wide; write a float, or np.uint64(...) up to 2**64 - 1");
  return make_error(c, range_of(c, id));
}

}  // namespace parc::check
