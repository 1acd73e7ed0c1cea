// All reads and writes of elements of arrays and lists in the body of one par loop, each with the
// conditions under which it happens.
//
// The function is followed from its start to the loop, so that what is known there (lengths,
// assertions, indices of loops around it) is known to the proof; then once through the body. An
// inner loop stands for all its iterations: its index is an unknown of its own.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ir/analysis/context.h"
#include "ir/analysis/symbolic.h"

namespace parc::ir {

enum class AccessKind : uint8_t {
  kElement,  // `subscripts` says which
  kWhole,    // any element of the root: a view that could not be followed
};

struct Access {
  AccessKind kind = AccessKind::kElement;
  bool is_write = false;
  RootId root;
  std::vector<Linear> subscripts;  // by axis of the root, negative indices resolved
  std::vector<FormulaRef> facts;   // conditions on the path and on the indices
  // Those of them that are no guard known before the loop, and what a raise asserts.
  std::vector<FormulaRef> bounds;
  EntryPoint entry;
  StmtId stmt;  // that it stands in
  SourceRange range;
  SourceRange call;      // in the loop's own code, when a call leads to the access; else empty
  bool is_call = false;  // happens in a function that is not inlined
};

struct LoopAccesses {
  Forms forms;
  Arena<Root, RootId> roots;
  std::vector<FormulaRef> facts;  // known before the loop
  Var index;                      // 0 … trip - 1
  FormulaRef index_bounds;
  // The user's loop variable as a form of the index: name and value; no name when there is none.
  std::string variable;
  Linear variable_value;
  std::vector<Access> accesses;  // in source order, without repeats
  std::set<LocalId> parameters;  // of the function: they may share memory
  // Values of the locals right before the loop, by local; null: not assigned.
  std::vector<std::shared_ptr<const Value>> entry;
};

LoopAccesses find_accesses(const AnalysisContext& context, StmtId loop);

}  // namespace parc::ir
