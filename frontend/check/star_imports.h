// `from module import *`: of a source module or of math, whose names are known.
#pragma once

#include <optional>
#include <string_view>

#include "frontend/check/symbols.h"

namespace parc::check {

// Counts the names that a star import binds again after another binding.
void bind_stars(Program& program, ModuleScope& module);

// What the last star import of the module that has the name binds it to.
std::optional<Symbol> star_symbol(Program& program, const ModuleScope& module,
                                  const std::string& name);

// A diagnostic for each star import of what is not known, in all modules that were read.
void report_unknown_stars(Program& program);

}  // namespace parc::check
