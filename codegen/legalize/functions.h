// Native functions and what Python can call of them.
#pragma once

#include "codegen/legalize/context.h"

namespace parc::lower {

// Writes the C++ function of a native function, after the block functions of its par loops.
void lower_function(ModuleContext& context, ir::FunctionId id);
// parc_ref variables beside an array local that may own memory: one for every array in its type.
void declare_references(FunctionContext& ctx, ir::LocalId variable);
// What the fast version of a region needs: its precondition, and contiguous last axes.
CExpr fast_condition(FunctionContext& ctx, const CExpr& precondition,
                     const std::set<ir::LocalId>& unit);

// The entry functions, signatures and the module's PyInit function.
void lower_entries(ModuleContext& context);

}  // namespace parc::lower
