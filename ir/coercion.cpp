#include "ir/coercion.h"

#include <algorithm>

namespace parc::ir {

bool coercible(const TypeTable& types, TypeId from, TypeId to) {
  if (from == to) return true;
  const TupleType* from_tuple = types.get<TupleType>(from);
  const TupleType* to_tuple = types.get<TupleType>(to);
  if (from_tuple && to_tuple) {
    return std::equal(from_tuple->elements.begin(), from_tuple->elements.end(),
                      to_tuple->elements.begin(), to_tuple->elements.end(),
                      [&](TypeId a, TypeId b) { return coercible(types, a, b); });
  }
  const MixedType* wide = types.get<MixedType>(to);
  if (!wide) return false;
  auto holds = [&](Kind kind) {
    return std::find(wide->kinds.begin(), wide->kinds.end(), kind) != wide->kinds.end();
  };
  if (const ScalarType* narrow = types.get<ScalarType>(from)) return holds(narrow->kind);
  const MixedType* narrow = types.get<MixedType>(from);
  return narrow && std::all_of(narrow->kinds.begin(), narrow->kinds.end(), holds);
}

}  // namespace parc::ir
