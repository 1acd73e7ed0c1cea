// Built-in and library functions on scalars: `builtins.def` lists them, one line each.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ir/types.h"

namespace parc::ir {

// PARC_BUILTIN(kMathSqrt, "math.sqrt", …)
enum class Builtin : uint16_t {
#define PARC_BUILTIN(id, name, ...) id,
#include "ir/builtins.def"
#undef PARC_BUILTIN
};

// How the kinds of operands and results follow from those of the arguments (builtin_shape). kNp…: a
// NumPy function, with Python scalars standing for NumPy's default kinds when there is nothing
// else.
enum class BuiltinRule : uint8_t {
  kAbs,
  kExtreme,
  kRound,
  kDivmod,
  kPow,
  kComplex,
  kMathFloat,
  kMathToInt,
  kMathTrunc,
  kMathTest,
  kMathInt,
  kMathLdexp,
  kMathFrexp,
  kMathModf,
  kMathStep,  // four floats, to be given to the next step
  kNpFloat,
  kNpBinary,
  kNpCompare,
  kNpUnary,
  kNpLogical,
  kNpKeep,
  kNpAbs,
  kNpSign,
  kNpSquare,
  kNpTest,
  kNpSignbit,
  kNpExtreme,
  kNpFmod,
  kNpFloatPower,
  kNpInt,
  kNpLdexp,
  kNpPart,
  kNpAngle,
  kNpWhere,
  kNpClip,
  kNpRound,
  kNpDivmod,
  kNpModf,
  kNpFrexp,
};

struct BuiltinInfo {
  std::string_view name;  // "math.sqrt", "np.maximum", "abs", "divmod", …
  int min_args, max_args;
  bool may_raise;
  BuiltinRule rule;
  std::string_view kernel;  // name in the kernel, the same for aliases ("acos" for np.arccos)
  bool reads_only_args = true;
};
const BuiltinInfo& info(Builtin builtin);

// By qualified name ("math.sin", "np.sin", "abs"); nothing when unknown.
std::optional<Builtin> find_builtin(std::string_view name);

// A number of math or np ("math.pi", "np.inf"): a Python float.
std::optional<double> find_constant(std::string_view name);

// The kinds to which the arguments are converted, and of the results: several when there is
// a tuple.
struct BuiltinShape {
  std::vector<Kind> operands, results;
};
// Nothing when Python raises TypeError or parc does not support it, and for min and max of several
// kinds (a mixed result, which is chosen by comparisons).
std::optional<BuiltinShape> builtin_shape(Builtin builtin, const std::vector<Kind>& args);

// Type of the result for scalar operands of these kinds (a mixed type is handled alternative by
// alternative by the caller); nothing when Python raises TypeError or parc does not support it.
std::optional<TypeId> builtin_result(TypeTable& types, Builtin builtin,
                                     const std::vector<Kind>& args);

}  // namespace parc::ir
