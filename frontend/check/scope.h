// The local names of a function, as Python's compiler decides them: what the function binds
// anywhere.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "frontend/syntax/ast.h"

namespace parc::check {

// Index of a local name in its scope.
using NameId = uint32_t;

// A set of local names of one function.
class NameSet {
 public:
  explicit NameSet(size_t size = 0) : bits_(size, false) {}
  bool has(NameId name) const { return bits_[name]; }
  void add(NameId name) { bits_[name] = true; }
  void remove(NameId name) { bits_[name] = false; }
  // Whether the set grew.
  bool add_all(const NameSet& other);
  friend bool operator==(const NameSet&, const NameSet&) = default;

 private:
  std::vector<bool> bits_;
};

struct Scope {
  std::vector<std::string> names;  // parameters first, in their order
  std::map<std::string, NameId, std::less<>> ids;

  size_t size() const { return names.size(); }
  // The local name, or null when the name is not local.
  const NameId* find(std::string_view name) const;
  NameId add(const std::string& name);
};

Scope scope_of(const syntax::Tree& tree, const syntax::FunctionDef& function);

// f(ExprId) for every name that an assignment to `target` binds.
template <class F>
void for_each_bound_name(const syntax::Tree& tree, syntax::ExprId target, F&& f) {
  if (syntax::get<syntax::Name>(tree, target)) {
    f(target);
  } else if (const auto* tuple = syntax::get<syntax::Tuple>(tree, target)) {
    for (syntax::ExprId element : tuple->elements) for_each_bound_name(tree, element, f);
  } else if (const auto* list = syntax::get<syntax::List>(tree, target)) {
    for (syntax::ExprId element : list->elements) for_each_bound_name(tree, element, f);
  } else if (const auto* starred = syntax::get<syntax::Starred>(tree, target)) {
    for_each_bound_name(tree, starred->value, f);
  }
}

// f(const std::string&) for every name that the statement itself binds in its scope, walrus targets
// among its expressions included, statements of its bodies not.
void for_each_binding(const syntax::Tree& tree, syntax::StmtId stmt,
                      const std::function<void(const std::string&)>& f);

}  // namespace parc::check
