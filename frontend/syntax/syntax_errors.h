// Diagnostics for what the grammar could not read.
#pragma once

#include "frontend/syntax/cst.h"
#include "frontend/syntax/mask.h"
#include "frontend/syntax/tokens.h"
#include "support/diagnostic.h"

namespace parc::syntax {

// One diagnostic for each broken place of the tree: where the parser met a token that it could not
// use, or read over the end of a line; what stands there, and what was meant when that is plain.
void report_syntax_errors(std::string_view text, const Cst& cst, const Tokens& tokens,
                          const Masked& masked, FileId file, Diagnostics& diagnostics);

}  // namespace parc::syntax
