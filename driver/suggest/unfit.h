// Functions whose loops cannot become par loops because they cannot be compiled.
#pragma once

#include <map>
#include <string>

#include "driver/suggest/serial_loops.h"
#include "driver/suggest/trial.h"
#include "frontend/syntax/ast.h"

namespace parc::driver {

struct Unfit {
  std::string message;  // what stands in the way
  SourceRange place;    // empty when it has none in the source
};

// By the name of the function, as the diagnostics of the trial tell.
std::map<std::string, Unfit> find_unfit(const syntax::Tree& tree, const SerialLoops& found,
                                        const Trial& trial);

}  // namespace parc::driver
