// Updates of elements in a block function: written down, or made in place.
#pragma once

#include "codegen/legalize/element_targets.h"

namespace parc::lower {

// The statements of the updates.
ElementSites element_sites(const std::vector<ElementTarget>& targets, bool recording);

// Lists that a loop around accumulates in, in 128 bits.
void add_wide_sites(const FunctionContext& outer, ElementSites& sites);

// What a block that records updates is given, and its own ends of the logs.
void add_log_fields(CStruct& environment, const std::vector<ElementTarget>& targets);
void declare_logs(FunctionContext& block, const std::vector<ElementTarget>& targets);

// Writes the statement if it belongs to an update; false when it is an ordinary one.
bool lower_element_update(FunctionContext& ctx, ir::StmtId stmt);

// Names in a block function and its environment: where updates are written down, and the lowest
// address of an array.
std::string log_name(const ElementTarget& target);
std::string low_name(const ElementTarget& target);

}  // namespace parc::lower
