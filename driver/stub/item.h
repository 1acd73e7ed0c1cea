// The stub before it is printed: a tree of declarations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parc::stub {

// One name that an import binds: `from MODULE import NAME as BOUND`, or without `from` when the
// module is empty.
struct ImportedName {
  std::string module, name, bound;
  bool has_as = false;
  bool may_export = false;  // users of the module can import the name from it
};

struct Item {
  // kIf holds one kBranch for each of its `if`, `elif` and `else`.
  enum class Kind : uint8_t { kImport, kVariable, kFunction, kClass, kIf, kBranch };

  Kind kind;
  std::vector<std::string> lines;  // decorators and the head
  std::vector<std::string> uses;   // names in the lines
  ImportedName import = {};
  std::string comment = {};  // behind the head
  std::vector<Item> body = {};
};

using Items = std::vector<Item>;

}  // namespace parc::stub
