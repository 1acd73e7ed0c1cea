// The expression half of the dump, for the statement half; dump_expr() itself is in dump.h.
#pragma once

#include <string>

#include "frontend/syntax/ast.h"
#include "frontend/syntax/dump.h"

namespace parc::syntax {

std::string dump_parameters(const Tree& tree, const Parameters& parameters, DumpOptions options);
std::string dump_keyword(const Tree& tree, const Keyword& keyword, DumpOptions options);
std::string dump_range(SourceRange range, DumpOptions options);

}  // namespace parc::syntax
