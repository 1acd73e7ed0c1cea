#include "codegen/legalize/operators.h"

#include "ir/numeric.h"
#include "support/internal_error.h"

namespace parc::lower {
namespace {

using ir::BinaryOp;
using ir::CompareOp;
using ir::Kind;
using ir::UnaryOp;

// Names of one operator: in Python's module `operator`, in kernel functions, in C++.
struct BinaryNames {
  const char *python, *kernel, *infix;
};
constexpr BinaryNames kBinary[] = {
    {"operator.add", "add", "+"},          {"operator.sub", "sub", "-"},
    {"operator.mul", "mul", "*"},          {"operator.truediv", "div", "/"},
    {"operator.floordiv", "floordiv", ""}, {"operator.mod", "mod", ""},
    {"operator.pow", "pow", ""},           {"operator.lshift", "shl", ""},
    {"operator.rshift", "shr", ""},        {"operator.and_", "and", "&"},
    {"operator.or_", "or", "|"},           {"operator.xor", "xor", "^"}};
struct CompareNames {
  const char *kernel, *infix;
};
constexpr CompareNames kCompare[] = {{"lt", "<"},  {"le", "<="}, {"gt", ">"},
                                     {"ge", ">="}, {"eq", "=="}, {"ne", "!="}};

const BinaryNames& names(BinaryOp op) { return kBinary[static_cast<int>(op)]; }

std::string of(const char* function, Kind kind) {
  return std::string(function) + "<" + c_type(kind) + ">";
}

bool is_bitwise(BinaryOp op) { return op >= BinaryOp::kAnd; }

OperatorImpl on(Kind kind) {
  OperatorImpl impl;
  impl.left = impl.right = kind;
  return impl;
}

OperatorImpl python_int(BinaryOp op) {
  OperatorImpl impl = on(Kind::kInt);
  impl.function = std::string("parc_int_") + names(op).kernel;
  impl.fallible = true;
  switch (op) {
    case BinaryOp::kAdd:
    case BinaryOp::kSub:
    case BinaryOp::kMul:
      impl.unchecked_infix = names(op).infix;
      impl.overflow = true;
      break;
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      impl.function.clear();
      impl.infix = names(op).infix;
      impl.fallible = false;
      break;
    case BinaryOp::kPow:
    case BinaryOp::kShl:
      impl.overflow = true;
      impl.replay = names(op).python;
      break;
    case BinaryOp::kFloorDiv:
      impl.unchecked_function = "parc_floor_quotient";
      impl.overflow = true;
      impl.replay = names(op).python;
      break;
    case BinaryOp::kMod:
      impl.unchecked_function = "parc_floor_remainder";
      impl.replay = names(op).python;
      break;
    case BinaryOp::kShr:
      impl.unchecked_infix = ">>";
      impl.replay = names(op).python;
      break;
    case BinaryOp::kDiv:
      impl.replay = names(op).python;
      break;
  }
  return impl;
}

OperatorImpl python_float(BinaryOp op) {
  OperatorImpl impl = on(Kind::kFloat);
  if (op <= BinaryOp::kMul) {
    impl.infix = names(op).infix;
    return impl;
  }
  impl.function = std::string("parc_float_") + names(op).kernel;
  impl.fallible = true;
  impl.replay = names(op).python;
  if (op == BinaryOp::kDiv) impl.unchecked_infix = "/";
  if (op == BinaryOp::kMod) impl.unchecked_function = "parc_floor_mod";
  return impl;
}

OperatorImpl complex_operation(BinaryOp op, Kind kind) {
  OperatorImpl impl = on(kind);
  if (op <= BinaryOp::kMul) {
    impl.function = of((std::string("parc_c_") + names(op).kernel).c_str(), kind);
  } else if (kind == Kind::kComplex) {
    impl.function = std::string("parc_complex_") + names(op).kernel;
    impl.fallible = true;
    impl.replay = names(op).python;
  } else if (op == BinaryOp::kDiv) {
    impl.function = of("parc_np_cdiv", kind);
  } else {
    impl.function = kind == Kind::kC64 ? "parc_np_cpow64" : "parc_np_cpow128";
  }
  return impl;
}

OperatorImpl numpy_bool(BinaryOp op) {
  if (op == BinaryOp::kAdd || op == BinaryOp::kMul) {
    OperatorImpl impl = on(Kind::kNpBool);
    impl.infix = op == BinaryOp::kAdd ? "|" : "&";
    return impl;
  }
  OperatorImpl impl = on(is_bitwise(op) ? Kind::kNpBool : Kind::kI8);
  impl.infix = names(op).infix;
  return impl;
}

OperatorImpl numpy_int(BinaryOp op, Kind kind) {
  OperatorImpl impl = on(kind);
  // Arithmetic modulo 2**bits is what C++ does with unsigned types that are not promoted to int.
  bool plain = ir::is_unsigned(kind) && ir::byte_size(kind) >= 4;
  if ((plain || ir::byte_size(kind) == 8) && *names(op).infix && (plain || is_bitwise(op))) {
    impl.infix = names(op).infix;
    return impl;
  }
  impl.function = of((std::string("parc_np_") + names(op).kernel).c_str(), kind);
  if (op == BinaryOp::kPow) {
    impl.fallible = true;
    impl.replay = names(op).python;
  }
  return impl;
}

OperatorImpl numpy_float(BinaryOp op, Kind kind) {
  OperatorImpl impl = on(kind);
  if (op <= BinaryOp::kDiv) {
    impl.infix = names(op).infix;
  } else if (op == BinaryOp::kPow) {
    impl.function = kind == Kind::kF32 ? "parc_libm_powf" : "parc_libm_pow";
  } else {
    impl.function = of(op == BinaryOp::kMod ? "parc_np_fmod" : "parc_np_ffloordiv", kind);
  }
  return impl;
}

// A Python int beside a NumPy integer fails at the operand's conversion: give that its name.
OperatorImpl with_replay(OperatorImpl impl, BinaryOp op) {
  if (impl.replay.empty()) impl.replay = names(op).python;
  return impl;
}

// Whether NumPy's scalars hand the operation over to its arrays, which have some rules of their
// own: the operands meet in a kind that neither NumPy operand has.
bool is_array_operation(Kind left, Kind right) {
  Kind meeting = *ir::promote(left, right);
  return meeting != left && meeting != right;
}

bool is_weak_pair(Kind left, Kind right) { return left == Kind::kInt && !ir::is_python(right); }

}  // namespace

std::string c_type(Kind kind) {
  switch (kind) {
    case Kind::kBool:
    case Kind::kNpBool:
      return "bool";
    case Kind::kInt:
    case Kind::kI64:
      return "parc_i64";
    case Kind::kFloat:
    case Kind::kF64:
      return "parc_f64";
    case Kind::kComplex:
    case Kind::kC128:
      return "parc_c128";
    case Kind::kI8:
      return "parc_i8";
    case Kind::kI16:
      return "parc_i16";
    case Kind::kI32:
      return "parc_i32";
    case Kind::kU8:
      return "parc_u8";
    case Kind::kU16:
      return "parc_u16";
    case Kind::kU32:
      return "parc_u32";
    case Kind::kU64:
      return "parc_u64";
    case Kind::kF32:
      return "parc_f32";
    case Kind::kC64:
      return "parc_c64";
  }
  return "";
}

OperatorImpl binary_impl(BinaryOp op, Kind left, Kind right) {
  auto result = ir::binary_kind(op, left, right);
  if (!result) internal_error("an operation on kinds that have none");
  if (*result == Kind::kBool) {
    OperatorImpl impl = on(Kind::kBool);
    impl.infix = names(op).infix;
    return impl;
  }
  if (*result == Kind::kComplex) return complex_operation(op, *result);
  if (*result == Kind::kInt) return python_int(op);
  if (*result == Kind::kFloat) {
    bool ints = !ir::is_floating(left) && !ir::is_floating(right);
    return op == BinaryOp::kDiv && ints ? python_int(op) : python_float(op);
  }
  OperatorImpl impl;
  if (*ir::promote(left, right) == Kind::kNpBool && op != BinaryOp::kDiv) {
    if (is_bitwise(op) || op == BinaryOp::kAdd || op == BinaryOp::kMul) return numpy_bool(op);
    impl = numpy_int(op, Kind::kI8);
  } else if (ir::is_complex(*result)) {
    impl = complex_operation(op, *result);
  } else if (ir::is_floating(*result)) {
    impl = numpy_float(op, *result);
  } else {
    impl = numpy_int(op, *result);
  }
  if (op == BinaryOp::kPow && impl.function == "parc_libm_pow" && is_array_operation(left, right)) {
    impl.function = "parc_np_mixed_pow";
  }
  bool weak = is_weak_pair(left, right) || is_weak_pair(right, left);
  return weak ? with_replay(std::move(impl), op) : impl;
}

OperatorImpl unary_impl(UnaryOp op, Kind operand) {
  auto result = ir::unary_kind(op, operand);
  if (!result) internal_error("an operation on a kind that has none");
  OperatorImpl impl = on(*result);
  if (op == UnaryOp::kPlus) return impl;
  if (op == UnaryOp::kInvert) {
    if (*result == Kind::kNpBool) {
      impl.infix = "!";
    } else if (ir::byte_size(*result) >= 4) {
      impl.infix = "~";
    } else {
      impl.function = of("parc_np_invert", *result);
    }
    return impl;
  }
  if (*result == Kind::kInt && operand == Kind::kInt) {
    impl.function = "parc_int_neg";
    impl.unchecked_infix = "-";
    impl.fallible = impl.overflow = true;
  } else if (ir::is_complex(*result)) {
    impl.function = of("parc_c_neg", *result);
  } else if (ir::is_floating(*result) || *result == Kind::kInt) {
    impl.infix = "-";
  } else {
    impl.function = of("parc_np_neg", *result);
  }
  return impl;
}

namespace {

OperatorImpl compare_function(CompareOp op, const char* prefix, Kind left, Kind right) {
  OperatorImpl impl;
  impl.function = std::string(prefix) + kCompare[static_cast<int>(op)].kernel;
  impl.left = left;
  impl.right = right;
  return impl;
}

OperatorImpl compare_plain(CompareOp op, Kind kind) {
  OperatorImpl impl = on(kind);
  if (ir::is_complex(kind)) {
    impl.function =
        of((std::string("parc_c_") + kCompare[static_cast<int>(op)].kernel).c_str(), kind);
  } else {
    impl.infix = kCompare[static_cast<int>(op)].infix;
  }
  return impl;
}

// Complex numbers in the order of NumPy's functions.
OperatorImpl compare_arrays(CompareOp op, Kind kind) {
  OperatorImpl impl = on(kind);
  impl.function =
      of((std::string("parc_np_c") + kCompare[static_cast<int>(op)].kernel).c_str(), kind);
  return impl;
}

OperatorImpl compare_python(CompareOp op, Kind left, Kind right) {
  if (left == Kind::kInt && right == Kind::kFloat) {
    return compare_function(op, "parc_int_float_", left, right);
  }
  if (left == Kind::kFloat && right == Kind::kInt) {
    return compare_function(op, "parc_float_int_", left, right);
  }
  if (left == Kind::kInt && right == Kind::kComplex) {
    return compare_function(op, "parc_int_complex_", left, right);
  }
  if (left == Kind::kComplex && right == Kind::kInt) {
    return compare_function(op, "parc_complex_int_", left, right);
  }
  return compare_plain(op, *ir::promote(left, right));
}

// Python's ints and all signed integers, but not bools.
bool is_signed(Kind kind) { return ir::is_integer(kind) && !ir::is_unsigned(kind); }

}  // namespace

OperatorImpl compare_impl(CompareOp op, Kind left, Kind right) {
  auto result = ir::compare_kind(op, left, right);
  if (!result) internal_error("a comparison of kinds that have none");
  if (*result == Kind::kBool) {
    return compare_python(op, left, right == Kind::kF64 ? Kind::kFloat : right);
  }
  if (is_signed(left) && right == Kind::kU64) {
    return compare_function(op, "parc_int_uint_", Kind::kInt, Kind::kU64);
  }
  if (left == Kind::kU64 && is_signed(right)) {
    return compare_function(op, "parc_uint_int_", Kind::kU64, Kind::kInt);
  }
  // A Python int outside of the NumPy integer's range compares as a number.
  bool ints = ir::is_integer(left) && ir::is_integer(right);
  if (ints && (left == Kind::kInt || right == Kind::kInt)) return compare_plain(op, Kind::kInt);
  Kind kind = *ir::promote(left, right);
  // np.bool has no comparisons of its own.
  bool arrays = is_array_operation(left, right) || left == Kind::kNpBool;
  if (ir::is_complex(kind) && arrays) return compare_arrays(op, kind);
  return compare_plain(op, kind);
}

}  // namespace parc::lower
