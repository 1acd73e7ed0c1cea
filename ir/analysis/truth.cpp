#include "ir/analysis/truth.h"

#include <algorithm>

#include "ir/builder.h"

namespace parc::ir {

ExprId strip_truth(const Function& function, ExprId id) {
  while (true) {
    id = strip_coerce(function, id);
    if (const Truth* truth = expr_if<Truth>(function, id)) {
      id = truth->operand;
      continue;
    }
    const Convert* convert = expr_if<Convert>(function, id);
    if (!convert || !expr_if<Logic>(function, convert->operand)) return id;
    id = convert->operand;
  }
}

bool is_bool_type(const TypeTable& types, TypeId type) {
  if (const MixedType* mixed = types.get<MixedType>(type)) {
    return std::all_of(mixed->kinds.begin(), mixed->kinds.end(), is_bool);
  }
  return types.is_scalar(type) && is_bool(types.kind(type));
}

}  // namespace parc::ir
