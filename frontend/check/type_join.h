// The type of a variable where several values meet.
#pragma once

#include <optional>
#include <vector>

#include "ir/types.h"

namespace parc::check {

// The smallest type that holds the values of both: scalars of different kinds become mixed, tuples
// join element by element, anything else must be equal. Nothing when there is none. Never gives way
// to the other type, and the error type to nothing.
std::optional<ir::TypeId> join_types(ir::TypeTable& types, ir::TypeId left, ir::TypeId right);

// The kinds that a scalar or mixed type can be; empty for other types.
std::vector<ir::Kind> kinds_of(const ir::TypeTable& types, ir::TypeId type);

// The type of a scalar that is one of these kinds; nothing when no carrier holds them all.
std::optional<ir::TypeId> type_of_kinds(ir::TypeTable& types, std::vector<ir::Kind> kinds);

// Whether the type has at most `limit` values in it, counting the elements of tuples at every
// depth.
bool has_at_most(const ir::TypeTable& types, ir::TypeId type, size_t limit);

}  // namespace parc::check
