// One function for each kind of statement that declares something: it appends items.
#pragma once

#include <set>
#include <string>

#include "driver/stub/context.h"
#include "driver/stub/types.h"

namespace parc::stub {

// What was declared so far in a module, or in a class.
struct Scope {
  std::set<std::string> bound = {};
  std::set<std::string> overloaded = {};  // functions, by `@overload`
  std::set<std::string> deleted = {};     // by `del`, so that nobody finds them
  bool is_class = false;
  bool is_enum = false;
  bool is_type_checking = false;  // in `if TYPE_CHECKING`: not there at run time

  // Whether a variable of that name is still to be declared; it is from then on.
  bool declare(const std::string& name) {
    return !deleted.contains(name) && bound.insert(name).second;
  }
};

void add_import(Context& context, Scope& scope, const syntax::Import& node, Items& out);
void add_import(Context& context, Scope& scope, const syntax::ImportFrom& node, Items& out);
void add_function(Context& context, Scope& scope, const syntax::FunctionDef& node, Items& out);
void add_class(Context& context, Scope& scope, const syntax::ClassDef& node, Items& out);
// Attributes that the methods of a class give to `self` and its body does not declare.
void add_self_attributes(Context& context, Scope& scope, const syntax::Body& body, Items& out);

// `target = value`; tuples are taken apart. A none value has no type.
void add_assignment(Context& context, Scope& scope, syntax::ExprId target, syntax::ExprId value,
                    Items& out);
void add_annotated(Context& context, Scope& scope, const syntax::AnnAssign& node, Items& out);
void add_unknown(Context& context, Scope& scope, const std::string& name, Items& out);

void add_body(Context& context, Scope& scope, const syntax::Body& body, Items& out);

// The pairs of names and values of an assignment: `a, b = 1, 2` has two.
struct Binding {
  syntax::ExprId target, value;  // value may be none
};
std::vector<Binding> bindings(const syntax::Tree& tree, syntax::ExprId target,
                              syntax::ExprId value);

}  // namespace parc::stub
