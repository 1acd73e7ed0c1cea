// Questions about the structure of expressions, with no regard to where they are evaluated.
#pragma once

#include "ir/walk.h"

namespace parc::ir {

// Same nodes, same types, same locals. Equal expressions have equal values when no local and no
// memory they read changes in between.
bool same_structure(const Function& function, ExprId a, ExprId b);

// Calls f(LocalId) for every local that the expression reads, in order, repeats included.
template <class F>
void for_each_read(const Function& function, ExprId root, F&& f) {
  walk_expr(function, root, [&](ExprId id) {
    if (const LocalRef* ref = std::get_if<LocalRef>(&function[id].node)) f(ref->local);
  });
}

// Whether it reads elements of arrays or lists, calls a function, or makes an array.
bool touches_memory(const Function& function, ExprId root);

// Whether the value of the expression is the local's (through coercions and narrowings).
bool is_read_of(const Function& function, ExprId expr, LocalId local);

// Number of reads of the local in the expression.
int count_reads(const Function& function, ExprId root, LocalId local);

}  // namespace parc::ir
