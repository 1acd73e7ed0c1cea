// The names of a module: what its top-level statements bind, found by one scan.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "frontend/syntax/ast.h"

namespace parc::check {

enum class GlobalKind : uint8_t { kFunction, kClass, kImport, kValue, kOther };

// What a name of the module is bound to.
struct Global {
  GlobalKind kind = GlobalKind::kOther;
  std::string name;
  SourceRange range;        // of the first binding
  SourceRange other_range;  // of a second one
  int bindings = 0;
  bool conditional = false;  // bound inside a block or by a function
  syntax::StmtId def;        // kFunction
  syntax::ExprId value;      // kValue: `name = value` at the top level
  // kImport: `import module`, or `from module import attribute`.
  std::string module;
  std::string attribute;
  int level = 0;
};

// `from module import *`.
struct StarImport {
  std::string module;
  int level = 0;
  SourceRange range;
};

struct ModuleScope {
  const syntax::Tree* tree = nullptr;
  std::vector<StarImport> stars;
  std::map<std::string, Global, std::less<>> globals;
  std::vector<syntax::StmtId> functions;  // defs at the top level, in source order

  const Global* find(std::string_view name) const;
};

ModuleScope scan_module(const syntax::Tree& tree);

}  // namespace parc::check
