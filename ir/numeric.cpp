#include "ir/numeric.h"

#include <algorithm>

namespace parc::ir {
namespace {

// bool < int < float < complex.
int category(Kind kind) {
  if (is_bool(kind)) return 0;
  if (is_integer(kind)) return 1;
  return is_floating(kind) ? 2 : 3;
}

int bits(Kind kind) { return 8 * byte_size(kind); }

Kind signed_of(int width) {
  switch (width) {
    case 8:
      return Kind::kI8;
    case 16:
      return Kind::kI16;
    case 32:
      return Kind::kI32;
    default:
      return Kind::kI64;
  }
}

// The width of the parts that a kind needs as a floating number: integers of up to 16 bits fit
// float32.
bool needs_double(Kind kind) {
  switch (category(kind)) {
    case 0:
      return false;
    case 1:
      return bits(kind) > 16;
    case 2:
      return bits(kind) > 32;
    default:
      return bits(kind) > 64;
  }
}

Kind promote_numpy(Kind left, Kind right) {
  if (category(left) > category(right)) std::swap(left, right);
  if (category(right) == 3) {
    return needs_double(left) || needs_double(right) ? Kind::kC128 : Kind::kC64;
  }
  if (category(right) == 2) {
    return needs_double(left) || needs_double(right) ? Kind::kF64 : Kind::kF32;
  }
  if (category(left) == 0) return right;
  if (is_unsigned(left) == is_unsigned(right)) return bits(left) > bits(right) ? left : right;
  Kind plain = is_unsigned(left) ? right : left, natural = is_unsigned(left) ? left : right;
  if (bits(natural) < bits(plain)) return plain;
  return bits(natural) == 64 ? Kind::kF64 : signed_of(2 * bits(natural));
}

// A Python int, float or complex beside a NumPy kind takes the NumPy kind's size (NEP 50).
Kind promote_weak(Kind python, Kind numpy) {
  switch (python) {
    case Kind::kInt:
      return numpy == Kind::kNpBool ? Kind::kI64 : numpy;
    case Kind::kFloat:
      return category(numpy) < 2 ? Kind::kF64 : numpy;
    case Kind::kComplex:
      return numpy == Kind::kF32 || numpy == Kind::kC64 ? Kind::kC64 : Kind::kC128;
    default:  // a bool is not weak
      return promote_numpy(Kind::kNpBool, numpy);
  }
}

// `complex op np.float64` is Python's: the latter is a subclass of float, which complex accepts.
bool python_complex_wins(Kind left, Kind right) {
  return left == Kind::kComplex && right == Kind::kF64;
}

std::optional<Kind> python_kind(BinaryOp op, Kind left, Kind right) {
  Kind kind = std::max({left, right, Kind::kInt});
  switch (op) {
    case BinaryOp::kAdd:
    case BinaryOp::kSub:
    case BinaryOp::kMul:
    case BinaryOp::kPow:
      return kind;
    case BinaryOp::kDiv:
      return std::max(kind, Kind::kFloat);
    case BinaryOp::kFloorDiv:
    case BinaryOp::kMod:
      if (kind == Kind::kComplex) return std::nullopt;
      return kind;
    case BinaryOp::kShl:
    case BinaryOp::kShr:
      if (kind != Kind::kInt) return std::nullopt;
      return kind;
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      if (kind != Kind::kInt) return std::nullopt;
      return std::max(left, right);
  }
  return std::nullopt;
}

std::optional<Kind> numpy_kind(BinaryOp op, Kind kind) {
  switch (op) {
    case BinaryOp::kAdd:
    case BinaryOp::kMul:
      return kind;
    case BinaryOp::kSub:
      if (category(kind) == 0) return std::nullopt;
      return kind;
    case BinaryOp::kPow:
      return category(kind) == 0 ? Kind::kI8 : kind;
    case BinaryOp::kDiv:
      return category(kind) < 2 ? Kind::kF64 : kind;
    case BinaryOp::kFloorDiv:
    case BinaryOp::kMod:
      if (category(kind) == 3) return std::nullopt;
      return category(kind) == 0 ? Kind::kI8 : kind;
    case BinaryOp::kShl:
    case BinaryOp::kShr:
      if (category(kind) > 1) return std::nullopt;
      return category(kind) == 0 ? Kind::kI8 : kind;
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      if (category(kind) > 1) return std::nullopt;
      return kind;
  }
  return std::nullopt;
}

// Bits of an integer (or bool) beside its sign.
int magnitude_bits(Kind kind) {
  return is_bool(kind) ? 1 : is_unsigned(kind) ? bits(kind) : bits(kind) - 1;
}

// Whether a carrier takes the kind, a Python int's range being the checker's business.
bool carries(Kind carrier, Kind kind) {
  if (kind == Kind::kInt && (category(carrier) > 1 || carrier == Kind::kU64)) return true;
  return holds_exactly(carrier, kind);
}

}  // namespace

std::optional<Kind> promote(Kind left, Kind right) {
  if (is_python(left) && is_python(right)) return std::max(left, right);
  if (is_python(left)) return promote_weak(left, right);
  if (is_python(right)) return promote_weak(right, left);
  return promote_numpy(left, right);
}

std::optional<Kind> binary_kind(BinaryOp op, Kind left, Kind right) {
  if (is_python(left) && is_python(right)) return python_kind(op, left, right);
  if (python_complex_wins(left, right)) return python_kind(op, left, Kind::kFloat);
  return numpy_kind(op, *promote(left, right));
}

std::optional<Kind> unary_kind(UnaryOp op, Kind operand) {
  switch (op) {
    case UnaryOp::kPlus:
    case UnaryOp::kMinus:
      if (operand == Kind::kNpBool) return std::nullopt;
      break;
    case UnaryOp::kInvert:
      if (category(operand) > 1) return std::nullopt;
      break;
  }
  return operand == Kind::kBool ? Kind::kInt : operand;
}

std::optional<Kind> compare_kind(CompareOp op, Kind left, Kind right) {
  bool equality = op == CompareOp::kEq || op == CompareOp::kNe;
  if (is_python(left) && is_python(right)) {
    if (!equality && (is_complex(left) || is_complex(right))) return std::nullopt;
    return Kind::kBool;
  }
  if (equality && python_complex_wins(left, right)) return Kind::kBool;
  return Kind::kNpBool;
}

bool holds_exactly(Kind to, Kind from) {
  switch (category(to)) {
    case 0:
      return category(from) == 0;
    case 1:
      if (category(from) > 1) return false;
      if (is_unsigned(to) && is_integer(from) && !is_unsigned(from)) return false;
      return magnitude_bits(from) <= magnitude_bits(to);
    case 2:
      if (category(from) < 2) return magnitude_bits(from) <= (to == Kind::kF32 ? 24 : 53);
      return category(from) == 2 && bits(from) <= bits(to);
    default: {
      Kind part = to == Kind::kC64 ? Kind::kF32 : Kind::kF64;
      return category(from) == 3 ? bits(from) <= bits(to) : holds_exactly(part, from);
    }
  }
}

bool can_convert(Kind from, Kind to) { return !is_complex(from) || is_complex(to) || is_bool(to); }

bool can_store(Kind value, Kind element) { return can_convert(value, element); }

std::optional<Kind> carrier_of(const std::vector<Kind>& kinds) {
  static constexpr Kind kBySize[] = {
      Kind::kNpBool, Kind::kBool,  Kind::kI8,  Kind::kU8,   Kind::kI16,    Kind::kU16,
      Kind::kI32,    Kind::kU32,   Kind::kI64, Kind::kInt,  Kind::kU64,    Kind::kF32,
      Kind::kF64,    Kind::kFloat, Kind::kC64, Kind::kC128, Kind::kComplex};
  auto holds_all = [&](Kind carrier) {
    return std::all_of(kinds.begin(), kinds.end(),
                       [&](Kind kind) { return carries(carrier, kind); });
  };
  // One of the kinds themselves, when one will do, keeps the others' conversions few.
  for (Kind carrier : kBySize) {
    if (std::find(kinds.begin(), kinds.end(), carrier) != kinds.end() && holds_all(carrier)) {
      return carrier;
    }
  }
  for (Kind carrier : kBySize) {
    if (holds_all(carrier)) return carrier;
  }
  return std::nullopt;
}

}  // namespace parc::ir
