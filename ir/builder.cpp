#include "ir/builder.h"

namespace parc::ir {

std::optional<int64_t> constant_int(const Function& function, ExprId id) {
  const Const* constant = expr_if<Const>(function, id);
  if (!constant) return std::nullopt;
  if (const bool* value = std::get_if<bool>(&constant->value)) return *value ? 1 : 0;
  if (const int64_t* value = std::get_if<int64_t>(&constant->value)) return *value;
  if (const uint64_t* value = std::get_if<uint64_t>(&constant->value)) {
    if (*value <= static_cast<uint64_t>(INT64_MAX)) return static_cast<int64_t>(*value);
  }
  return std::nullopt;
}

ExprId strip_coerce(const Function& function, ExprId id) {
  while (true) {
    if (const Coerce* coerce = expr_if<Coerce>(function, id)) {
      id = coerce->operand;
    } else if (const Narrow* narrow = expr_if<Narrow>(function, id)) {
      id = narrow->operand;
    } else {
      return id;
    }
  }
}

}  // namespace parc::ir
