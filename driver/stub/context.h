// What the writers of declarations share: the tree, what its names stand for, and its text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "driver/stub/item.h"
#include "frontend/syntax/ast.h"

namespace parc::stub {

// What the names of the module's top level stand for.
struct ModuleNames {
  std::set<std::string> bound;                    // all of them
  std::set<std::string> types;                    // imports, classes, type variables, aliases
  std::set<std::string> classes;                  // of this file
  std::set<std::string> parc_modules;             // bound by `import parc`
  std::map<std::string, std::string> parc_types;  // "f64" -> "float64", under their names here
  std::string numpy, ndarray;                     // names of NumPy and of its NDArray, if bound
  bool has_all = false;                           // `__all__` is assigned
};

ModuleNames find_names(const syntax::Tree& tree);

struct Context {
  const syntax::Tree& tree;
  const ModuleNames& names;
  std::vector<std::string> uses = {};  // names in the text taken since the last item
  std::set<std::string> enums = {};    // enumerations of this file

  std::string_view source(SourceRange range) const;
  // The expression as it is written, on one logical line. Notes the names in it.
  std::string text(syntax::ExprId id);
  // Text that is no expression: a `type` statement, type parameters.
  std::string text(SourceRange range);
  // An item of these lines, with the names noted since the last one.
  Item item(Item::Kind kind, std::vector<std::string> lines);
};

// "b" of `b` and of `a.b`, "" of other expressions.
std::string last_name(const syntax::Tree& tree, syntax::ExprId id);
// "a" of `a` and of `a.b.c`, "" of other expressions.
std::string root_name(const syntax::Tree& tree, syntax::ExprId id);

}  // namespace parc::stub
