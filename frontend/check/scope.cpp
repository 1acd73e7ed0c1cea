#include "frontend/check/scope.h"

#include <set>

#include "frontend/check/ast_walk.h"

namespace parc::check {
namespace {

using namespace syntax;
using Found = std::function<void(const std::string&)>;

void target_names(const Tree& tree, ExprId target, const Found& f) {
  for_each_bound_name(tree, target, [&](ExprId name) { f(get<Name>(tree, name)->id); });
}

void imported_names(const std::vector<ImportName>& names, bool whole_modules, const Found& f) {
  for (const ImportName& import : names) {
    if (!import.as_name.empty()) {
      f(import.as_name);
    } else if (import.name != "*") {
      f(whole_modules ? import.name.substr(0, import.name.find('.')) : import.name);
    }
  }
}

void walrus_names(const Tree& tree, ExprId root, const Found& f) {
  walk_expr(tree, root, [&](ExprId id) {
    if (const auto* named = get<NamedExpr>(tree, id)) target_names(tree, named->target, f);
  });
}

struct Binder {
  const Tree& tree;
  Scope& scope;
  std::set<std::string>& not_local;

  void body(const Body& statements) {
    for (StmtId id : statements) stmt(id);
  }
  void stmt(StmtId id) {
    for_each_binding(tree, id, [&](const std::string& name) {
      if (!not_local.count(name)) scope.add(name);
    });
    for_each_body(tree[id], false, [&](const Body& inner) { body(inner); });
  }
};

void collect_global_names(const Tree& tree, const Body& body, std::set<std::string>& names) {
  for (StmtId id : body) {
    if (const auto* global = get<syntax::Global>(tree, id)) {
      names.insert(global->names.begin(), global->names.end());
    } else if (const auto* nonlocal = get<Nonlocal>(tree, id)) {
      names.insert(nonlocal->names.begin(), nonlocal->names.end());
    }
    for_each_body(tree[id], false,
                  [&](const Body& inner) { collect_global_names(tree, inner, names); });
  }
}

}  // namespace

bool NameSet::add_all(const NameSet& other) {
  bool grew = false;
  for (size_t name = 0; name < bits_.size(); ++name) {
    if (other.bits_[name] && !bits_[name]) {
      bits_[name] = true;
      grew = true;
    }
  }
  return grew;
}

const NameId* Scope::find(std::string_view name) const {
  auto place = ids.find(name);
  return place == ids.end() ? nullptr : &place->second;
}

NameId Scope::add(const std::string& name) {
  auto [place, added] = ids.try_emplace(name, static_cast<NameId>(names.size()));
  if (added) names.push_back(name);
  return place->second;
}

void for_each_binding(const Tree& tree, StmtId id, const Found& f) {
  const Stmt& stmt = tree[id];
  for_each_expr(stmt, [&](ExprId root) { walrus_names(tree, root, f); });
  if (const auto* assign = std::get_if<Assign>(&stmt.node)) {
    for (ExprId target : assign->targets) target_names(tree, target, f);
  } else if (const auto* augmented = std::get_if<AugAssign>(&stmt.node)) {
    target_names(tree, augmented->target, f);
  } else if (const auto* annotated = std::get_if<AnnAssign>(&stmt.node)) {
    target_names(tree, annotated->target, f);
  } else if (const auto* loop = std::get_if<For>(&stmt.node)) {
    target_names(tree, loop->target, f);
  } else if (const auto* with = std::get_if<With>(&stmt.node)) {
    for (const WithItem& item : with->items) {
      if (item.target) target_names(tree, item.target, f);
    }
  } else if (const auto* import = std::get_if<Import>(&stmt.node)) {
    imported_names(import->names, true, f);
  } else if (const auto* from = std::get_if<ImportFrom>(&stmt.node)) {
    imported_names(from->names, false, f);
  } else if (const auto* function = std::get_if<FunctionDef>(&stmt.node)) {
    f(function->name);
  } else if (const auto* klass = std::get_if<ClassDef>(&stmt.node)) {
    f(klass->name);
  } else if (const auto* deleted = std::get_if<Delete>(&stmt.node)) {
    for (ExprId target : deleted->targets) target_names(tree, target, f);
  } else if (const auto* attempt = std::get_if<Try>(&stmt.node)) {
    for (const std::string& name : attempt->bound_names) f(name);
  } else if (const auto* other = std::get_if<UnsupportedStmt>(&stmt.node)) {
    for (const std::string& name : other->bound_names) f(name);
  }
}

Scope scope_of(const Tree& tree, const FunctionDef& function) {
  Scope scope;
  // One that is named twice, which is an error already, has two names all the same: a parameter's
  // name is found by its place.
  for (const Parameter& parameter : function.parameters.all) {
    scope.ids.try_emplace(parameter.name, static_cast<NameId>(scope.names.size()));
    scope.names.push_back(parameter.name);
  }
  std::set<std::string> not_local;
  collect_global_names(tree, function.body, not_local);
  Binder{tree, scope, not_local}.body(function.body);
  return scope;
}

}  // namespace parc::check
