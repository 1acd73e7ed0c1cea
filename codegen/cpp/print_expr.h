// C++ spelling of an expression.
#pragma once

#include <string>

#include "codegen/legalize/c_tree.h"

namespace parc::cpp {

// Fully parenthesised where an operator meets an operator; no outer parentheses.
std::string spell(const lower::CExpr& expr);

// A C string literal with its quotes.
std::string quote(const std::string& text);

}  // namespace parc::cpp
