// The code that brings one element up to date, wherever what it needs comes from.
#pragma once

#include <functional>
#include <string>

#include "codegen/legalize/context.h"

namespace parc::lower {

struct UpdatePlace {
  CExpr pointer;      // of the element; null for wide targets
  CExpr list, index;  // of a list's item
  // Wide targets: the list itself may be what is accumulated in, and an item that does not fit
  // fails.
  bool checked = false;
};

// `value` gives what was captured, by its field.
void emit_update(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site,
                 const UpdatePlace& place, const std::function<CExpr(const std::string&)>& value);

// What the update gives to its element.
ir::ExprId stored_value(const FunctionContext& ctx, const UpdateSite& site);

}  // namespace parc::lower
