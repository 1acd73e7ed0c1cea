// C types of IR types.
#pragma once

#include <string>

#include "codegen/legalize/context.h"

namespace parc::lower {

// "parc_f64", "bool", "parc_view<parc_f64, 2>", "parc_list*", a tuple's struct, …
std::string c_type(ModuleContext& context, ir::TypeId type);
// How an element lies in an array or list: as c_type of the kind, except that bools are bytes.
std::string element_type(ir::Kind kind);
std::string list_item_type(ModuleContext& context, ir::TypeId item);
// The enumerator of parc_kind in the kernel's abi.h.
const char* value_kind(ir::Kind kind);
// Number of parc_slot leaves: tuples are flattened, None has none.
int slot_count(const ir::TypeTable& types, ir::TypeId type);

}  // namespace parc::lower
