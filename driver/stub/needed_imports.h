// The imports that a stub keeps.
#pragma once

#include "driver/stub/item.h"

namespace parc::stub {

// Removes the imports of names that nothing in the items uses and nobody imports from the module,
// and the `if` that is empty then. Those that others may import keep their `as`, by which a stub
// says so: `from math import pi as pi`. Adds the imports for the names that the stub itself uses.
void keep_needed_imports(Items& items);

}  // namespace parc::stub
