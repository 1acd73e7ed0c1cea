// What may stand on the left of an assignment.
#pragma once

#include "frontend/syntax/ast.h"
#include "support/diagnostic.h"

namespace parc::syntax {

enum class TargetUse : uint8_t {
  kAssign,     // `=`, `for`, `with … as`: names, attributes, elements, and groups of them
  kAugmented,  // `+=`: no groups
  kAnnotated,  // `x: T`: no groups
  kDelete,     // `del`: groups, but no stars
  kNamed,      // `:=`: a name
};

void check_target(const Tree& tree, ExprId target, TargetUse use, Diagnostics& diagnostics);

// The kind of an expression in words: "a call", "a literal".
std::string_view describe(const Tree& tree, ExprId id);

}  // namespace parc::syntax
