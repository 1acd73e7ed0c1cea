// Ints that are known before anything runs: literals, module constants, and arithmetic of these,
// which may pass beyond 64 bits on its way (2**63 - 1) or stay there (np.uint64(2**64 - 1)).
#include <algorithm>

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "ir/numeric.h"
#include "support/text_writer.h"

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
    case BinaryOp::kAnd:
      return left & right;
    case BinaryOp::kOr:
      return left | right;
    case BinaryOp::kXor:
      return left ^ right;
    default:
      return std::nullopt;
  }
}

class Folder {
 public:
  explicit Folder(Program& program) : program_(program) {}

  std::optional<Wide> fold(const ModuleScope& module, const Scope* scope, ExprId id) {
    const syntax::Tree& tree = *module.tree;
    if (const auto* literal = syntax::get<syntax::IntLiteral>(tree, id)) {
      return parse_int(literal->digits);
    }
    if (const auto* unary = syntax::get<syntax::Unary>(tree, id)) {
      std::optional<Wide> operand = fold(module, scope, unary->operand);
      if (!operand) return std::nullopt;
      if (unary->op == syntax::UnaryOp::kMinus) return -*operand;
      if (unary->op == syntax::UnaryOp::kPlus) return operand;
      return std::nullopt;
    }
    if (const auto* binary = syntax::get<syntax::Binary>(tree, id)) {
      // The right operand first: in a long chain it is the short one.
      std::optional<Wide> right = fold(module, scope, binary->right);
      if (!right) return std::nullopt;
      std::optional<Wide> left = fold(module, scope, binary->left);
      if (!left) return std::nullopt;
      return apply(binary->op, *left, *right);
    }
    bool is_name = syntax::get<syntax::Name>(tree, id) || syntax::get<syntax::Attribute>(tree, id);
    return is_name ? fold_constant(resolve(program_, module, scope, id)) : std::nullopt;
  }

 private:
  std::optional<Wide> fold_constant(const Symbol& symbol) {
    if (symbol.kind != SymbolKind::kValue || !symbol.global) return std::nullopt;
    const Global& global = *symbol.global;
    if (global.bindings != 1 || global.conditional || depth_ == kMostNames) return std::nullopt;
    ++depth_;
    std::optional<Wide> value = fold(*symbol.module, nullptr, global.value);
    --depth_;
    return value;
  }

  // Constants that lead to each other in a circle come to an end.
  static constexpr int kMostNames = 32;

  Program& program_;
  int depth_ = 0;
};

bool is_int64(Wide value) { return value >= INT64_MIN && value <= INT64_MAX; }

Value report_too_large(Context& c, ExprId id, std::string message) {
  c.diagnostics.emit(Diag::kIntTooLarge, c.place.value_or(range_of(c, id)), std::move(message))
      .note("native ints are 64 bits wide; write a float, or np.uint64(...) up to 2**64 - 1");
  return make_error(c, range_of(c, id));
}

}  // namespace

std::optional<Wide> fold_int(Context& c, ExprId id) {
  return Folder(c.program).fold(*c.module, c.scope, id);
}

std::optional<Value> check_folded_int(Context& c, ExprId id) {
  std::optional<Wide> value = fold_int(c, id);
  if (!value) return std::nullopt;
  if (!is_int64(*value)) return report_too_large(c, id, "this int does not fit 64 bits");
  return make_int(c, static_cast<int64_t>(*value), range_of(c, id));
}

Value check_int_literal(Context& c, ExprId id) {
  if (std::optional<Value> value = check_folded_int(c, id)) return *value;
  return report_too_large(c, id, "this int does not fit 64 bits");
}

bool is_wide_int(Context& c, ExprId id) {
  std::optional<Wide> value = fold_int(c, id);
  return value && !is_int64(*value);
}

Value wide_int_beside(Context& c, ExprId id, const Value& other, bool exactly) {
  if (is_error(c, other)) return make_error(c, range_of(c, id));
  Wide value = *fold_int(c, id);
  const auto* array = c.types().get<ir::ArrayType>(other.type);
  ir::TypeId type = array ? c.types().scalar(array->elem) : other.type;
  std::vector<ir::Kind> kinds = kinds_of(c.types(), type);
  auto all = [&](auto&& test) {
    return !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), test);
  };
  if (all([](ir::Kind kind) { return kind == ir::Kind::kU64; }) && value >= 0 &&
      value <= static_cast<Wide>(UINT64_MAX)) {
    return make(c, ir::Const{static_cast<uint64_t>(value)}, type, range_of(c, id));
  }
  auto rounded = static_cast<double>(value);
  bool fits = !exactly || static_cast<Wide>(rounded) == value;
  if (fits && all([](ir::Kind kind) { return ir::is_floating(kind) || ir::is_complex(kind); })) {
    return make_float(c, rounded, range_of(c, id));
  }
  return report_too_large(c, id,
                          concat("this int does not fit 64 bits, beside ", spell(c, other.type)));
}

std::pair<Value, Value> check_operands(Context& c, ExprId left, ExprId right, bool exactly) {
  Operands operands(c);
  bool wide_left = is_wide_int(c, left), wide_right = is_wide_int(c, right);
  if (!wide_left || wide_right) operands.add([&] { return check_expr(c, left); });
  if (!wide_right || wide_left) operands.add([&] { return check_expr(c, right); });
  if (wide_left == wide_right) return {operands[0], operands[1]};
  Value wide = wide_int_beside(c, wide_left ? left : right, operands[0], exactly);
  return wide_left ? std::pair{wide, operands[0]} : std::pair{operands[0], wide};
}

}  // namespace parc::check
