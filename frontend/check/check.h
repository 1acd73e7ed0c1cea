// The check phase: syntax trees to a typed IR module. Names, types and IR in one walk; functions
// are instantiated per argument types, starting from the annotated functions that hold par loops.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "frontend/syntax/ast.h"
#include "ir/module.h"
#include "support/diagnostic.h"

namespace parc::check {

// Finds the tree of a module that the file imports ("helpers", "pkg.helpers", level of a relative
// import), null when it is no source module beside the file. The tree outlives the check.
using ImportSource = std::function<const syntax::Tree*(const std::string& module, int level)>;

// One function for given types of its parameters (descriptors, see runtime/kernel/abi.h).
struct Request {
  std::string function;
  uint32_t line = 0;  // of its `def` or first decorator, 0 when the name is enough
  std::vector<std::string> types;
};
struct Requests {
  std::vector<Request> functions;
  ir::ParOptions options;  // of par loops that do not say otherwise
};

// A refusal to instantiate is a diagnostic; the module then holds what could be checked. With
// requests it holds these functions and what they call, with or without par loops, and nothing is
// said about the rest of the file.
ir::Module check(const syntax::Tree& tree, const std::string& module_name, const SourceMap& sources,
                 const ImportSource& import_source, const Requests& requests,
                 Diagnostics& diagnostics);

}  // namespace parc::check
