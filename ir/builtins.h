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

struct BuiltinInfo {
  std::string_view name;  // "math.sqrt", "np.maximum", "abs", "divmod", …
  int min_args, max_args;
  bool may_raise;
  bool reads_only_args = true;
};
const BuiltinInfo& info(Builtin builtin);

// By qualified name ("math.sin", "np.sin", "abs"); nothing when unknown.
std::optional<Builtin> find_builtin(std::string_view name);

// Type of the result for scalar operands of these kinds (a mixed type is handled alternative by
// alternative by the caller); nothing when Python raises TypeError or parc does not support it.
std::optional<TypeId> builtin_result(TypeTable& types, Builtin builtin, const std::vector<Kind>& args);

}  // namespace parc::ir
