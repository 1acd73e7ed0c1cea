// Statements that bring an element of an array or a list up to date: `h[b[i]] += 1`,
// `m[k] = max(m[k], e)`, `if e > m[k]: m[k] = e`.
#pragma once

#include <vector>

#include "ir/analysis/updates.h"

namespace parc::ir {

struct FoundUpdate {
  ElementUpdate place;
  Element element;
  Update update;
  std::vector<ExprId> loads;  // reads of the old value
};

// All of them in the block, at every depth. Whether the rest of the block touches the same array or
// list is not looked at.
std::vector<FoundUpdate> find_element_updates(const Module& module, const Function& function,
                                              const Block& body);

// The value that a Store or a ListSet gives to its element.
ExprId stored_value(const Function& function, StmtId stmt);

}  // namespace parc::ir
