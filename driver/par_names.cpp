#include "driver/par_names.h"

#include <string_view>

#include "frontend/syntax/walk.h"

namespace parc::driver {
namespace {

using namespace syntax;

std::string bound_name(const ImportName& name) {
  return name.as_name.empty() ? name.name : name.as_name;
}

void add_names(const Tree& tree, StmtId id, ParNames& names) {
  if (const Import* import = get<Import>(tree, id)) {
    for (const ImportName& name : import->names) {
      if (name.name == "parc") names.modules.insert(bound_name(name));
    }
  } else if (const ImportFrom* import_from = get<ImportFrom>(tree, id)) {
    bool of_parc = import_from->module == "parc" && import_from->level == 0;
    for (const ImportName& name : import_from->names) {
      if (of_parc && name.name == "par") names.functions.insert(bound_name(name));
      if (of_parc && name.name == "jit") names.decorators.insert(bound_name(name));
    }
  }
  for (StmtId inner : children_of(tree, id).stmts) add_names(tree, inner, names);
}

// Whether the expression is one of the names, or that attribute of parc.
bool is_named(const Tree& tree, const ParNames& names, ExprId id,
              const std::set<std::string>& bound, std::string_view of_parc) {
  if (const Name* name = get<Name>(tree, id)) return bound.contains(name->id);
  const Attribute* attribute = get<Attribute>(tree, id);
  const Name* module = attribute ? get<Name>(tree, attribute->value) : nullptr;
  return module && attribute->name == of_parc && names.modules.contains(module->id);
}

}  // namespace

ParNames find_par_names(const Tree& tree) {
  ParNames names;
  for (StmtId id : tree.body) add_names(tree, id, names);
  return names;
}

bool is_par(const Tree& tree, const ParNames& names, ExprId id) {
  return is_named(tree, names, id, names.functions, "par");
}

bool is_jit(const Tree& tree, const ParNames& names, ExprId id) {
  return is_named(tree, names, id, names.decorators, "jit");
}

bool is_par_loop(const Tree& tree, const ParNames& names, const For& loop) {
  const Call* call = get<Call>(tree, loop.iter);
  return loop.is_par || (call && is_par(tree, names, call->callee));
}

}  // namespace parc::driver
