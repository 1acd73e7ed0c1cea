#include "ir/builtin_rules.h"

#include <algorithm>

#include "ir/numeric.h"
#include "support/internal_error.h"

namespace parc::ir {
namespace {

using Kinds = std::vector<Kind>;
using Shape = std::optional<BuiltinShape>;

// Every argument converted to `operand`, one result.
Shape uniform(const Kinds& args, Kind operand, Kind result) {
  return BuiltinShape{Kinds(args.size(), operand), {result}};
}

bool any_complex(const Kinds& args) { return std::any_of(args.begin(), args.end(), is_complex); }

// The float in which NumPy's float functions compute with a kind; 8-bit kinds would give a float16.
std::optional<Kind> inexact(Kind kind) {
  if (is_floating(kind) || is_complex(kind)) return kind;
  if (byte_size(kind) == 1) return std::nullopt;
  return byte_size(kind) == 2 ? Kind::kF32 : Kind::kF64;
}

// Several arguments meet in the widest of their floats, not in the float of their common kind:
// int16 and uint16 have a float32.
std::optional<Kind> float_of(const Kinds& args) {
  if (std::all_of(args.begin(), args.end(), is_python)) return inexact(common_kind(args));
  int bits = 0;
  bool weak_float = false, weak_int = false, numpy_float = false, only_bools = true;
  for (Kind kind : args) {
    weak_float |= kind == Kind::kFloat;
    weak_int |= kind == Kind::kInt;
    if (kind == Kind::kFloat || kind == Kind::kInt) continue;
    numpy_float |= is_floating(kind);
    only_bools &= is_bool(kind);
    auto single = inexact(kind);
    bits = std::max(bits, single ? 8 * byte_size(*single) : 16);
  }
  if ((weak_float && !numpy_float) || (weak_int && only_bools)) bits = 64;
  if (bits == 16) return std::nullopt;
  return bits == 32 ? Kind::kF32 : Kind::kF64;
}

Kind part_of(Kind kind) {
  return kind == Kind::kC64 ? Kind::kF32 : kind == Kind::kC128 ? Kind::kF64 : Kind::kFloat;
}

Shape abs_shape(Kind kind) {
  if (kind == Kind::kBool) kind = Kind::kInt;
  return BuiltinShape{{kind}, {is_complex(kind) ? part_of(kind) : kind}};
}

Shape round_shape(const Kinds& args) {
  Kind kind = args[0] == Kind::kBool ? Kind::kInt : args[0];
  if (kind == Kind::kNpBool || is_complex(kind)) return std::nullopt;
  if (args.size() == 1) {
    return BuiltinShape{{is_floating(kind) ? Kind::kFloat : kind}, {Kind::kInt}};
  }
  if (!is_integer(args[1]) && args[1] != Kind::kBool) return std::nullopt;
  return BuiltinShape{{kind, Kind::kInt}, {kind}};
}

Shape pow_shape(const Kinds& args) {
  if (args.size() == 2) {
    auto kind = binary_kind(BinaryOp::kPow, args[0], args[1]);
    if (!kind) return std::nullopt;
    return uniform(args, *kind, *kind);
  }
  auto is_int = [](Kind kind) { return kind == Kind::kBool || kind == Kind::kInt; };
  if (!std::all_of(args.begin(), args.end(), is_int)) return std::nullopt;
  return uniform(args, Kind::kInt, Kind::kInt);
}

Shape divmod_shape(Kind left, Kind right) {
  auto kind = binary_kind(BinaryOp::kFloorDiv, left, right);
  if (!kind) return std::nullopt;
  return BuiltinShape{{*kind, *kind}, {*kind, *kind}};
}

Shape math_shape(BuiltinRule rule, const Kinds& args) {
  if (any_complex(args)) return std::nullopt;
  auto is_index = [](Kind kind) { return kind == Kind::kBool || is_integer(kind); };
  switch (rule) {
    case BuiltinRule::kMathToInt:
      if (args[0] == Kind::kBool || args[0] == Kind::kInt)
        return uniform(args, Kind::kInt, Kind::kInt);
      return uniform(args, Kind::kFloat, Kind::kInt);
    case BuiltinRule::kMathTrunc:
      if (args[0] == Kind::kBool || args[0] == Kind::kInt)
        return uniform(args, Kind::kInt, Kind::kInt);
      if (args[0] != Kind::kFloat && args[0] != Kind::kF64) return std::nullopt;
      return uniform(args, Kind::kFloat, Kind::kInt);
    case BuiltinRule::kMathTest:
      return uniform(args, Kind::kFloat, Kind::kBool);
    case BuiltinRule::kMathInt:
      if (!std::all_of(args.begin(), args.end(), is_index)) return std::nullopt;
      return uniform(args, Kind::kInt, Kind::kInt);
    case BuiltinRule::kMathLdexp:
      if (args[1] != Kind::kBool && args[1] != Kind::kInt) return std::nullopt;
      return BuiltinShape{{Kind::kFloat, Kind::kInt}, {Kind::kFloat}};
    case BuiltinRule::kMathFrexp:
      return BuiltinShape{{Kind::kFloat}, {Kind::kFloat, Kind::kInt}};
    case BuiltinRule::kMathModf:
      return BuiltinShape{{Kind::kFloat}, {Kind::kFloat, Kind::kFloat}};
    case BuiltinRule::kMathStep:
      return BuiltinShape{Kinds(args.size(), Kind::kFloat), Kinds(4, Kind::kFloat)};
    default:
      return uniform(args, Kind::kFloat, Kind::kFloat);
  }
}

bool has_complex_form(std::string_view kernel) {
  static constexpr std::string_view kNames[] = {"sqrt", "exp",  "log",   "sin",   "cos",
                                                "tan",  "sinh", "cosh",  "tanh",  "asin",
                                                "acos", "atan", "asinh", "acosh", "atanh"};
  return std::find(std::begin(kNames), std::end(kNames), kernel) != std::end(kNames);
}

// Functions whose loops are those of floats.
Shape float_shape(const BuiltinInfo& entry, const Kinds& args) {
  BuiltinRule rule = entry.rule;
  if (any_complex(args)) {
    if (args.size() > 1 || !has_complex_form(entry.kernel)) return std::nullopt;
    return uniform(args, common_kind(args), common_kind(args));
  }
  if (rule == BuiltinRule::kNpLdexp) {
    bool whole = args[1] != Kind::kU64 && (is_integer(args[1]) || is_bool(args[1]));
    auto kind = inexact(numpy_default(args[0]));
    if (args[0] == Kind::kInt && is_integer(args[1]) && !is_python(args[1]))
      return std::nullopt;  // float16
    if (!kind || !whole) return std::nullopt;
    return BuiltinShape{{*kind, Kind::kInt}, {*kind}};
  }
  auto kind = float_of(args);
  if (!kind) return std::nullopt;
  if (rule == BuiltinRule::kNpModf) return BuiltinShape{{*kind}, {*kind, *kind}};
  if (rule == BuiltinRule::kNpFrexp) return BuiltinShape{{*kind}, {*kind, Kind::kI32}};
  return uniform(args, *kind, *kind);
}

Shape part_shape(Kind kind) {
  if (kind == Kind::kBool) kind = Kind::kInt;
  return BuiltinShape{{kind}, {is_complex(kind) ? part_of(kind) : kind}};
}

Shape angle_shape(Kind kind) {
  if (kind == Kind::kNpBool) kind = Kind::kF64;
  kind = numpy_default(kind == Kind::kBool ? Kind::kInt : kind);
  auto operand = inexact(kind);
  if (!operand) return std::nullopt;
  return BuiltinShape{{*operand}, {is_complex(*operand) ? part_of(*operand) : *operand}};
}

// The first argument of np.clip is an array, so that a Python scalar is not weak there; the limits
// are, and Python ints among them keep their kind, since those out of range are no limits.
Shape clip_shape(const Kinds& args) {
  Kinds strong = args;
  strong[0] = numpy_default(args[0]);
  Kind kind = common_kind(strong);
  if (is_complex(kind)) return std::nullopt;
  Kinds operands(3, kind);
  for (size_t k = 1; k < 3; ++k) {
    if (args[k] == Kind::kInt && is_integer(kind) && kind != Kind::kI64) operands[k] = Kind::kInt;
  }
  return BuiltinShape{operands, {kind}};
}

Shape np_round_shape(const Kinds& args) {
  Kind kind = numpy_default(args[0]);
  if (is_bool(kind)) return std::nullopt;
  if (args.size() == 2 && !is_integer(args[1]) && args[1] != Kind::kBool) return std::nullopt;
  BuiltinShape shape{{kind}, {kind}};
  if (args.size() == 2) shape.operands.push_back(Kind::kInt);
  return shape;
}

// The operators as functions: of the arguments' own kinds when one is NumPy's.
Shape operator_shape(Builtin builtin, const Kinds& args) {
  Kinds kinds = args;
  if (std::all_of(args.begin(), args.end(), is_python)) {
    std::transform(args.begin(), args.end(), kinds.begin(), numpy_default);
  }
  // Python's complex has no say here.
  for (Kind& kind : kinds) {
    if (kind == Kind::kComplex && common_kind(args) == Kind::kC128) kind = Kind::kC128;
  }
  std::optional<Kind> result;
  if (auto op = binary_operator(builtin)) {
    result = binary_kind(*op, kinds[0], kinds[1]);
  } else if (auto compare = compare_operator(builtin)) {
    result = compare_kind(*compare, kinds[0], kinds[1]);
  } else {
    result = unary_kind(unary_operator(builtin), kinds[0]);
  }
  if (!result) return std::nullopt;
  return BuiltinShape{kinds, {*result}};
}

Shape numpy_shape(BuiltinRule rule, const Kinds& args) {
  Kind kind = common_kind(args);
  Kind wide = kind == Kind::kNpBool ? Kind::kI8 : kind;
  switch (rule) {
    case BuiltinRule::kNpLogical:
      return uniform(args, Kind::kNpBool, Kind::kNpBool);
    case BuiltinRule::kNpTest:
      return uniform(args, kind, Kind::kNpBool);
    case BuiltinRule::kNpSignbit:
      if (is_complex(kind)) return std::nullopt;
      return uniform(args, is_floating(kind) ? kind : Kind::kF64, Kind::kNpBool);
    case BuiltinRule::kNpKeep:
      if (is_complex(kind)) return std::nullopt;
      return uniform(args, kind, kind);
    case BuiltinRule::kNpSign:
      if (is_complex(kind) || is_bool(kind)) return std::nullopt;
      return uniform(args, kind, kind);
    case BuiltinRule::kNpSquare:
      return uniform(args, wide, wide);
    case BuiltinRule::kNpFmod:
      if (is_complex(kind)) return std::nullopt;
      return uniform(args, wide, wide);
    case BuiltinRule::kNpFloatPower:
      if (is_complex(kind)) return std::nullopt;
      return uniform(args, Kind::kF64, Kind::kF64);
    case BuiltinRule::kNpInt:
      if (!is_integer(kind)) return std::nullopt;
      return uniform(args, kind, kind);
    case BuiltinRule::kNpWhere: {
      Kind value = common_kind({args[1], args[2]});
      return BuiltinShape{{Kind::kNpBool, value, value}, {value}};
    }
    case BuiltinRule::kNpDivmod:
      if (is_complex(kind)) return std::nullopt;
      return BuiltinShape{{wide, wide}, {wide, wide}};
    default:  // kNpExtreme
      return uniform(args, kind, kind);
  }
}

}  // namespace

Kind numpy_default(Kind kind) {
  switch (kind) {
    case Kind::kBool:
      return Kind::kNpBool;
    case Kind::kInt:
      return Kind::kI64;
    case Kind::kFloat:
      return Kind::kF64;
    case Kind::kComplex:
      return Kind::kC128;
    default:
      return kind;
  }
}

// NumPy's kinds first: a Python scalar takes the kind of them all.
Kind common_kind(const Kinds& args) {
  std::optional<Kind> python, numpy;
  for (Kind kind : args) {
    auto& side = is_python(kind) ? python : numpy;
    side = side ? *promote(*side, kind) : kind;
  }
  if (!numpy) return numpy_default(*python);
  return python ? *promote(*python, *numpy) : *numpy;
}

std::optional<BinaryOp> binary_operator(Builtin builtin) {
  if (info(builtin).rule != BuiltinRule::kNpBinary) return std::nullopt;
  static constexpr std::string_view kNames[] = {"add", "sub", "mul", "div", "floordiv", "mod",
                                                "pow", "shl", "shr", "and", "or",       "xor"};
  auto found = std::find(std::begin(kNames), std::end(kNames), info(builtin).kernel);
  return static_cast<BinaryOp>(found - std::begin(kNames));
}

std::optional<CompareOp> compare_operator(Builtin builtin) {
  if (info(builtin).rule != BuiltinRule::kNpCompare) return std::nullopt;
  static constexpr std::string_view kNames[] = {"lt", "le", "gt", "ge", "eq", "ne"};
  auto found = std::find(std::begin(kNames), std::end(kNames), info(builtin).kernel);
  return static_cast<CompareOp>(found - std::begin(kNames));
}

UnaryOp unary_operator(Builtin builtin) {
  std::string_view name = info(builtin).kernel;
  if (name == "neg") return UnaryOp::kMinus;
  return name == "pos" ? UnaryOp::kPlus : UnaryOp::kInvert;
}

// A line or two for every rule. NOLINTNEXTLINE(readability-function-size)
std::optional<BuiltinShape> builtin_shape(Builtin builtin, const Kinds& args) {
  BuiltinRule rule = info(builtin).rule;
  if (builtin == Builtin::kMathDist && args.size() % 2 != 0) return std::nullopt;
  switch (rule) {
    case BuiltinRule::kAbs:
      return abs_shape(args[0]);
    case BuiltinRule::kExtreme:
      if (!compare_kind(CompareOp::kLt, args[0], args[0])) return std::nullopt;
      if (std::adjacent_find(args.begin(), args.end(), std::not_equal_to<>()) != args.end()) {
        return std::nullopt;
      }
      return uniform(args, args[0], args[0]);
    case BuiltinRule::kRound:
      return round_shape(args);
    case BuiltinRule::kDivmod:
      return divmod_shape(args[0], args[1]);
    case BuiltinRule::kPow:
      return pow_shape(args);
    case BuiltinRule::kComplex:
      if (any_complex(args)) return std::nullopt;
      return uniform(args, Kind::kFloat, Kind::kComplex);
    case BuiltinRule::kMathFloat:
    case BuiltinRule::kMathToInt:
    case BuiltinRule::kMathTrunc:
    case BuiltinRule::kMathTest:
    case BuiltinRule::kMathInt:
    case BuiltinRule::kMathLdexp:
    case BuiltinRule::kMathFrexp:
    case BuiltinRule::kMathModf:
    case BuiltinRule::kMathStep:
      return math_shape(rule, args);
    case BuiltinRule::kNpFloat:
    case BuiltinRule::kNpLdexp:
    case BuiltinRule::kNpModf:
    case BuiltinRule::kNpFrexp:
      return float_shape(info(builtin), args);
    case BuiltinRule::kNpBinary:
    case BuiltinRule::kNpCompare:
    case BuiltinRule::kNpUnary:
      return operator_shape(builtin, args);
    case BuiltinRule::kNpAbs:
      return abs_shape(common_kind(args));
    case BuiltinRule::kNpPart:
      return part_shape(args[0]);
    case BuiltinRule::kNpAngle:
      return angle_shape(args[0]);
    case BuiltinRule::kNpClip:
      return clip_shape(args);
    case BuiltinRule::kNpRound:
      return np_round_shape(args);
    case BuiltinRule::kNpLogical:
    case BuiltinRule::kNpKeep:
    case BuiltinRule::kNpSign:
    case BuiltinRule::kNpSquare:
    case BuiltinRule::kNpTest:
    case BuiltinRule::kNpSignbit:
    case BuiltinRule::kNpExtreme:
    case BuiltinRule::kNpFmod:
    case BuiltinRule::kNpFloatPower:
    case BuiltinRule::kNpInt:
    case BuiltinRule::kNpWhere:
    case BuiltinRule::kNpDivmod:
      return numpy_shape(rule, args);
  }
  internal_error("a rule without a shape");
}

}  // namespace parc::ir
