// Repairs of the concrete tree, where the grammar groups text in another way than Python.
#pragma once

#include "frontend/syntax/cst.h"

namespace parc::syntax {

// `with a if b else c as d:` names the whole context `d`; the grammar gives `d` to `c` alone.
void repair(Cst& cst);

}  // namespace parc::syntax
