// A text that is equal for expressions of the same structure.
#pragma once

#include <string>

#include "codegen/legalize/c_tree.h"

namespace parc::lower {

std::string structural_key(const CExpr& expr);

}  // namespace parc::lower
