// The syntax phase: source text to syntax tree. A tree is always returned; errors are diagnostics.
#pragma once

#include "frontend/syntax/ast.h"
#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::syntax {

// Parses a file of the map: masks `par`, parses with tree-sitter-python, converts.
// Deep nesting, syntax errors and Python 2 code are diagnostics.
Tree parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics);

}  // namespace parc::syntax
