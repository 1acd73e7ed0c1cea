#include "frontend/check/type_join.h"

#include <algorithm>

#include "ir/numeric.h"

namespace parc::check {

using ir::Kind;
using ir::TypeId;

std::vector<Kind> kinds_of(const ir::TypeTable& types, TypeId type) {
  if (types.is_scalar(type)) return {types.kind(type)};
  if (const auto* mixed = types.get<ir::MixedType>(type)) return mixed->kinds;
  return {};
}

std::optional<TypeId> type_of_kinds(ir::TypeTable& types, std::vector<Kind> kinds) {
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  if (kinds.empty()) return std::nullopt;
  if (kinds.size() == 1) return types.scalar(kinds.front());
  if (!ir::carrier_of(kinds)) return std::nullopt;
  return types.mixed(std::move(kinds));
}

namespace {

// `limit` less the number of values in the type, or nothing when there are more.
std::optional<size_t> take(const ir::TypeTable& types, TypeId type, size_t limit) {
  const auto* tuple = types.get<ir::TupleType>(type);
  if (!tuple) return limit > 0 ? std::optional<size_t>(limit - 1) : std::nullopt;
  std::optional<size_t> left = limit;
  for (TypeId element : tuple->elements) {
    if (left) left = take(types, element, *left);
  }
  return left;
}

}  // namespace

bool has_at_most(const ir::TypeTable& types, TypeId type, size_t limit) {
  return take(types, type, limit).has_value();
}

std::optional<TypeId> join_types(ir::TypeTable& types, TypeId left, TypeId right) {
  if (left == right || right == types.never()) return left;
  if (left == types.never()) return right;
  if (types.is_error(left) || types.is_error(right)) return types.error();
  std::vector<Kind> kinds = kinds_of(types, left);
  std::vector<Kind> others = kinds_of(types, right);
  if (!kinds.empty() && !others.empty()) {
    kinds.insert(kinds.end(), others.begin(), others.end());
    return type_of_kinds(types, std::move(kinds));
  }
  const auto* left_tuple = types.get<ir::TupleType>(left);
  const auto* right_tuple = types.get<ir::TupleType>(right);
  if (!left_tuple || !right_tuple) return std::nullopt;
  std::vector<TypeId> elements = left_tuple->elements;
  const std::vector<TypeId> right_elements = right_tuple->elements;
  if (elements.size() != right_elements.size()) return std::nullopt;
  for (size_t at = 0; at < elements.size(); ++at) {
    std::optional<TypeId> joined = join_types(types, elements[at], right_elements[at]);
    if (!joined) return std::nullopt;
    elements[at] = *joined;
  }
  return types.tuple(std::move(elements));
}

}  // namespace parc::check
