// Line ends that the grammar read over. It takes a line end for a blank wherever a statement cannot
// end, as in `if a: x = 1 +` with the operand on the next line; Python does so in brackets only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "frontend/syntax/cst.h"
#include "frontend/syntax/tokens.h"

namespace parc::syntax {

// The offsets of the ends of logical lines that lie inside an expression, a simple statement or the
// header of a block, ascending. For a tree without errors.
std::vector<uint32_t> joined_line_ends(std::string_view text, const Cst& cst,
                                       const std::vector<Token>& tokens);

}  // namespace parc::syntax
