// The check phase: syntax trees to a typed IR module. Names, types and IR in one walk; functions
// are instantiated per argument types, starting from the annotated functions that hold par loops.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "frontend/syntax/ast.h"
#include "ir/module.h"
#include "support/diagnostic.h"

namespace parc::check {

// Finds the tree of a module that the file imports ("helpers", "pkg.helpers", level of a relative
// import), null when it is no source module beside the file. The tree outlives the check.
using ImportSource = std::function<const syntax::Tree*(const std::string& module, int level)>;

// A refusal to instantiate is a diagnostic; the module then holds what could be checked.
ir::Module check(const syntax::Tree& tree, const std::string& module_name, const SourceMap& sources,
                 const ImportSource& import_source, Diagnostics& diagnostics);

}  // namespace parc::check
