// The Python tree as text, for `parc emit --stage=syntax` and for tests: a line for each
// statement, bodies indented, expressions as NAME(parts…).
#pragma once

#include <string>

#include "frontend/syntax/ast.h"

namespace parc::syntax {

struct DumpOptions {
  bool ranges = false;  // "@begin:end" in bytes behind every expression and statement
};

std::string dump(const Tree& tree, DumpOptions options = {});
// One expression.
std::string dump_expr(const Tree& tree, ExprId id, DumpOptions options = {});

// The spelling of an operator: "+", "not in".
std::string_view spelling(BinaryOp op);
std::string_view spelling(UnaryOp op);
std::string_view spelling(CompareOp op);

// A text in double quotes, its control characters as escapes.
std::string quoted(std::string_view text);

}  // namespace parc::syntax
