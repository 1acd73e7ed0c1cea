// The kernel functions of the builtins.
#include "codegen/legalize/operators.h"
#include "ir/builtin_rules.h"
#include "ir/numeric.h"
#include "support/internal_error.h"

namespace parc::lower {
namespace {

using ir::BuiltinRule;
using ir::Kind;

struct Call {
  const ir::BuiltinInfo& info;
  const ir::BuiltinShape& shape;
  Kind kind;  // of the first operand
};

std::string templated(const std::string& function, Kind kind) {
  return function + "<" + c_type(kind) + ">";
}

OperatorImpl with(const Call& call, std::string function) {
  OperatorImpl impl;
  impl.function = std::move(function);
  impl.operands = call.shape.operands;
  return impl;
}

OperatorImpl fallible(const Call& call, std::string function) {
  OperatorImpl impl = with(call, std::move(function));
  impl.fallible = true;
  impl.replay = call.info.name;
  return impl;
}

// The failure is an int beyond 64 bits when Python raises nothing.
OperatorImpl overflowing(const Call& call, std::string function) {
  OperatorImpl impl = fallible(call, std::move(function));
  impl.overflow = true;
  return impl;
}

OperatorImpl taking(OperatorImpl impl, const Call& call) {
  impl.operands = {impl.left, impl.right};
  if (impl.fallible || !impl.replay.empty()) impl.replay = call.info.name;
  return impl;
}

OperatorImpl abs_impl(const Call& call) {
  if (call.kind == Kind::kInt) {
    OperatorImpl impl = overflowing(call, "parc_int_abs");
    impl.replay.clear();
    return impl;
  }
  if (call.kind == Kind::kComplex) return fallible(call, "parc_complex_abs");
  if (ir::is_complex(call.kind)) return with(call, "parc_np_cabs");
  return with(call, templated("parc_np_abs", call.kind));
}

OperatorImpl round_impl(const Call& call) {
  if (call.shape.operands.size() == 1) {
    if (ir::is_floating(call.kind)) return overflowing(call, "parc_round");
    OperatorImpl impl = convert_impl(call.kind, Kind::kInt);
    impl.operands = call.shape.operands;
    return impl;
  }
  if (call.kind == Kind::kInt) return overflowing(call, "parc_int_round");
  if (call.kind == Kind::kFloat) return fallible(call, "parc_float_round");
  return fallible(call, templated("parc_np_round_to", call.kind));
}

OperatorImpl divmod_impl(const Call& call) {
  if (call.kind == Kind::kInt) return overflowing(call, "parc_int_divmod");
  if (call.kind == Kind::kFloat) return fallible(call, "parc_float_divmod");
  OperatorImpl impl = with(call, templated("parc_np_divmod", call.kind));
  impl.replay = call.info.name;
  return impl;
}

OperatorImpl clip_impl(const Call& call) {
  const auto& operands = call.shape.operands;
  bool lower = operands[1] != call.kind, upper = operands[2] != call.kind;
  if (!lower && !upper) return with(call, templated("parc_np_clip", call.kind));
  const char* function = lower && upper ? "parc_np_clip_both"
                         : lower        ? "parc_np_clip_lower"
                                        : "parc_np_clip_upper";
  return fallible(call, templated(function, call.kind));
}

OperatorImpl logical_impl(const Call& call) {
  OperatorImpl impl = with(call, "");
  std::string_view name = call.info.kernel;
  impl.infix = name == "logical_and"   ? "&"
               : name == "logical_or"  ? "|"
               : name == "logical_xor" ? "^"
                                       : "!";
  return impl;
}

OperatorImpl math_impl(const Call& call) {
  std::string function = "parc_math_" + std::string(call.info.kernel);
  switch (call.info.rule) {
    case BuiltinRule::kMathToInt:
    case BuiltinRule::kMathTrunc:
      return call.kind == Kind::kInt ? with(call, "") : overflowing(call, function);
    case BuiltinRule::kMathInt:
      return overflowing(call, function);
    default:
      return call.info.may_raise ? fallible(call, function) : with(call, function);
  }
}

OperatorImpl operator_impl(const Call& call, ir::Builtin builtin) {
  Kind left = call.shape.operands[0], right = call.shape.operands.back();
  if (auto op = ir::binary_operator(builtin)) {
    if (*op == ir::BinaryOp::kPow && ir::is_floating(call.shape.results[0])) {
      bool single = call.shape.results[0] == Kind::kF32;
      OperatorImpl impl = with(call, single ? "parc_np_power_f32" : "parc_np_power_f64");
      impl.operands.assign(2, call.shape.results[0]);
      return impl;
    }
    return taking(binary_impl(*op, left, right), call);
  }
  if (auto op = ir::compare_operator(builtin)) {
    OperatorImpl impl = compare_impl(*op, left, right);
    // The functions' order of complex numbers is not the operators'.
    if (impl.function.rfind("parc_c_", 0) == 0)
      impl.function.replace(0, sizeof("parc_c_") - 1, "parc_np_c");
    return taking(impl, call);
  }
  OperatorImpl impl = unary_impl(ir::unary_operator(builtin), left);
  impl.operands = {impl.left};
  return impl;
}

// A Python int may be out of the range of the NumPy kind that it meets.
OperatorImpl replayed(OperatorImpl impl, const Call& call) {
  impl.replay = call.info.name;
  return impl;
}

const char* suffix(Kind kind) {
  if (ir::is_complex(kind)) return kind == Kind::kC64 ? "_c64" : "_c128";
  return kind == Kind::kF32 ? "_f32" : "_f64";
}

OperatorImpl numpy_impl(const Call& call, ir::Builtin builtin) {
  std::string function = "parc_np_" + std::string(call.info.kernel);
  switch (call.info.rule) {
    case BuiltinRule::kNpBinary:
    case BuiltinRule::kNpCompare:
    case BuiltinRule::kNpUnary:
      return operator_impl(call, builtin);
    case BuiltinRule::kNpFloat:
    case BuiltinRule::kNpLdexp:
    case BuiltinRule::kNpModf:
    case BuiltinRule::kNpFrexp:
      return with(call, function + suffix(call.kind));
    case BuiltinRule::kNpFloatPower:
      return with(call, "parc_np_power_f64");
    case BuiltinRule::kNpLogical:
      return logical_impl(call);
    case BuiltinRule::kNpAbs:
      return abs_impl(call);
    case BuiltinRule::kNpPart:
    case BuiltinRule::kNpAngle:
      return with(call, function);
    case BuiltinRule::kNpWhere:
      return with(call, templated(function, call.shape.results[0]));
    case BuiltinRule::kNpClip:
      return clip_impl(call);
    case BuiltinRule::kNpDivmod:
      return divmod_impl(call);
    case BuiltinRule::kNpRound:
      if (call.shape.operands.size() == 1) return with(call, templated("parc_np_round", call.kind));
      return fallible(call, templated("parc_np_round_to", call.kind));
    case BuiltinRule::kNpFmod:
      return replayed(with(call, templated("parc_np_cfmod", call.kind)), call);
    case BuiltinRule::kNpKeep: {
      bool trunc = call.info.kernel == "fix";
      return with(call, templated(trunc ? "parc_np_trunc" : function, call.kind));
    }
    default:
      return replayed(with(call, templated(function, call.kind)), call);
  }
}

}  // namespace

OperatorImpl builtin_impl(ir::Builtin builtin, const std::vector<Kind>& args) {
  auto shape = ir::builtin_shape(builtin, args);
  if (!shape) internal_error("a builtin with arguments that it does not take");
  Call call{ir::info(builtin), *shape, args.empty() ? Kind::kInt : shape->operands[0]};
  switch (call.info.rule) {
    case BuiltinRule::kAbs:
      return abs_impl(call);
    case BuiltinRule::kExtreme:
      return with(call, templated("parc_" + std::string(call.info.kernel), call.kind));
    case BuiltinRule::kRound:
      return round_impl(call);
    case BuiltinRule::kDivmod:
      return divmod_impl(call);
    case BuiltinRule::kComplex:
      return with(call, "parc_complex");
    case BuiltinRule::kPow:
      if (args.size() == 2) return taking(binary_impl(ir::BinaryOp::kPow, args[0], args[1]), call);
      return fallible(call, "parc_int_powmod");
    case BuiltinRule::kMathFloat:
    case BuiltinRule::kMathToInt:
    case BuiltinRule::kMathTrunc:
    case BuiltinRule::kMathTest:
    case BuiltinRule::kMathInt:
    case BuiltinRule::kMathLdexp:
    case BuiltinRule::kMathFrexp:
    case BuiltinRule::kMathModf:
    case BuiltinRule::kMathStep:
      return math_impl(call);
    default:
      return numpy_impl(call, builtin);
  }
}

}  // namespace parc::lower
