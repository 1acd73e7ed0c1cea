// The children of a node, for scans that do not care what the node is.
#pragma once

#include <string>
#include <vector>

#include "frontend/syntax/ast.h"

namespace parc::syntax {

struct Children {
  std::vector<ExprId> exprs;
  std::vector<StmtId> stmts;
};

// Direct children in source order (targets before values); absent ones are left out. Bodies,
// defaults, annotations and decorators of definitions and lambdas are among them.
Children children_of(const Tree& tree, ExprId id);
Children children_of(const Tree& tree, StmtId id);

// All the names that an assignment to this target binds (tuples and stars looked into).
void collect_target_names(const Tree& tree, ExprId target, std::vector<std::string>& names);

}  // namespace parc::syntax
