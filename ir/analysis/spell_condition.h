// A condition at loop entry in the user's words, for reports and warnings.
#pragma once

#include <string>
#include <vector>

#include "ir/analysis/entry_condition.h"

namespace parc::ir {

// `names` by quantity; those of quotients and products are made up here. A condition that would be
// too long to read, or of which a quantity has no name, is only told by what it depends on.
std::string spell_condition(const FormulaRef& condition,
                            const std::vector<EntryQuantity>& quantities,
                            const std::vector<std::string>& names);

}  // namespace parc::ir
