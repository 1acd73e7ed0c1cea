#include "frontend/check/module_scope.h"

#include <functional>

#include "frontend/check/ast_walk.h"
#include "frontend/check/scope.h"

namespace parc::check {
namespace {

using namespace syntax;

class Scanner {
 public:
  Scanner(const Tree& tree, ModuleScope& scope) : tree_(tree), scope_(scope) {}

  void body(const Body& statements, bool conditional) {
    for (StmtId id : statements) stmt(id, conditional);
  }

  // `global x` in a function makes its assignments bindings of the module.
  void globals_of_functions(const Body& statements) {
    for (StmtId id : statements) {
      if (const auto* global = get<syntax::Global>(tree_, id)) {
        for (const std::string& name : global->names) {
          bind(name, tree_[id].range, true).kind = GlobalKind::kOther;
        }
      }
      for_each_body(tree_[id], true, [&](const Body& inner) { globals_of_functions(inner); });
    }
  }

 private:
  void stmt(StmtId id, bool conditional) {
    const Stmt& node = tree_[id];
    if (const auto* function = std::get_if<FunctionDef>(&node.node)) {
      Global& global = bind(function->name, function->name_range, conditional);
      global.kind = GlobalKind::kFunction;
      global.def = id;
      scope_.functions.push_back(id);
    } else if (const auto* klass = std::get_if<ClassDef>(&node.node)) {
      bind(klass->name, node.range, conditional).kind = GlobalKind::kClass;
    } else if (const auto* import = std::get_if<Import>(&node.node)) {
      for (const ImportName& name : import->names) bind_module(name, conditional);
    } else if (const auto* from = std::get_if<ImportFrom>(&node.node)) {
      for (const ImportName& name : from->names) bind_attribute(*from, name, conditional);
    } else if (const auto* assign = std::get_if<Assign>(&node.node)) {
      for (ExprId target : assign->targets) bind_value(target, assign->value, conditional);
    } else if (const auto* annotated = std::get_if<AnnAssign>(&node.node)) {
      if (annotated->value) bind_value(annotated->target, annotated->value, conditional);
    } else {
      for_each_binding(tree_, id, [&](const std::string& name) {
        bind(name, node.range, true).kind = GlobalKind::kOther;
      });
      for_each_body(node, false, [&](const Body& inner) { body(inner, true); });
    }
  }

  Global& bind(const std::string& name, SourceRange range, bool conditional) {
    Global& global = scope_.globals[name];
    if (global.bindings == 0) {
      global.name = name;
      global.range = range;
    } else {
      global.other_range = range;
    }
    ++global.bindings;
    global.conditional |= conditional;
    return global;
  }

  void bind_import(const std::string& name, SourceRange range, const Global& what,
                   bool conditional) {
    // `try: import numpy` and its like name the same thing again.
    if (const Global* before = scope_.find(name)) {
      if (before->kind == GlobalKind::kImport && before->module == what.module &&
          before->attribute == what.attribute && before->level == what.level) {
        return;
      }
    }
    Global& global = bind(name, range, conditional);
    global.kind = GlobalKind::kImport;
    global.module = what.module;
    global.attribute = what.attribute;
    global.level = what.level;
  }

  void bind_module(const ImportName& import, bool conditional) {
    Global what;
    what.module = import.name;
    std::string name = import.as_name;
    if (name.empty()) {
      name = import.name.substr(0, import.name.find('.'));
      what.module = name;
    }
    bind_import(name, import.range, what, conditional);
  }

  void bind_attribute(const ImportFrom& from, const ImportName& import, bool conditional) {
    if (import.name == "*") {
      scope_.stars.push_back({from.module, from.level, import.range});
      return;
    }
    Global what;
    what.module = from.module;
    what.attribute = import.name;
    what.level = from.level;
    bind_import(import.as_name.empty() ? import.name : import.as_name, import.range, what,
                conditional);
  }

  void bind_value(ExprId target, ExprId value, bool conditional) {
    for_each_bound_name(tree_, target, [&](ExprId id) {
      Global& global = bind(get<Name>(tree_, id)->id, tree_[id].range, conditional);
      global.kind = GlobalKind::kOther;
      if (id == target) {
        global.kind = GlobalKind::kValue;
        global.value = value;
      } else if (ExprId part = matching_part(target, value, id)) {
        global.kind = GlobalKind::kValue;
        global.value = part;
      }
    });
  }

  // In `a, b = 1, 2` the value of `name`.
  ExprId matching_part(ExprId target, ExprId value, ExprId name) {
    const auto* targets = get<Tuple>(tree_, target);
    const auto* values = get<Tuple>(tree_, value);
    if (!targets || !values || targets->elements.size() != values->elements.size()) return {};
    for (size_t at = 0; at < targets->elements.size(); ++at) {
      if (targets->elements[at] == name) return values->elements[at];
    }
    return {};
  }

  const Tree& tree_;
  ModuleScope& scope_;
};

}  // namespace

const Global* ModuleScope::find(std::string_view name) const {
  auto place = globals.find(name);
  return place == globals.end() ? nullptr : &place->second;
}

ModuleScope scan_module(const Tree& tree) {
  ModuleScope scope;
  scope.tree = &tree;
  Scanner scanner(tree, scope);
  scanner.body(tree.body, false);
  scanner.globals_of_functions(tree.body);
  return scope;
}

}  // namespace parc::check
