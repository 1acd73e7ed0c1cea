// Copies of the elements that a par loop accumulates in: one for each group of blocks, merged in
// the order of the groups (runtime/kernel/elements.h).
#pragma once

#include "codegen/legalize/parallel_region.h"

namespace parc::lower {

// C types and names of a target in its driver.
std::string item_type(const ElementTarget& target);
std::string copies_name(const Driver& driver, const ElementTarget& target);
// Elements of the target.
CExpr size_of(FunctionContext& ctx, const ElementTarget& target);

// Variables of the copies, for code in several branches.
void declare_copies(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver);
// Makes room for way.groups copies; an expression that is false when memory is out, and the error
// is then in the state.
CExpr make_room(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
                const CExpr& frame);
// Fills copy number `group` and puts it into the environment `own`.
void emit_copy(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
               const std::string& own, const CExpr& group);

// Runs the groups; `frame`: of the loop, for errors.
void emit_groups(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, const CExpr& frame);
// Runs `code` when `ready` holds; else the loop ends with the error that is in the state.
void emit_if_ready(FunctionContext& ctx, const Driver& driver, const CExpr& ready, CBlock code);

// Merges the copies into the targets. `leave`: what is done before an error leaves.
void emit_merges(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver,
                 const CBlock& leave);

}  // namespace parc::lower
