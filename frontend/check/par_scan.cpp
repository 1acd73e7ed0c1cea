#include "frontend/check/par_scan.h"

#include <optional>

#include "frontend/check/ast_walk.h"
#include "frontend/check/jit_decorator.h"
#include "frontend/check/par_options.h"
#include "frontend/check/symbols.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

// Finds par loops, comprehensions and blocks in a piece of a module.
class Finder {
 public:
  Finder(Program& program, const ModuleScope& module, const Scope* scope)
      : program_(program), module_(module), scope_(scope) {}

  // The first one in the body, not looking into inner functions and classes.
  std::optional<SourceRange> first(const Body& body) {
    for (StmtId id : body) {
      if (auto found = own(id)) return found;
      std::optional<SourceRange> inner;
      for_each_body(tree()[id], false, [&](const Body& block) {
        if (!inner) inner = first(block);
      });
      if (inner) return inner;
    }
    return std::nullopt;
  }

 private:
  const Tree& tree() const { return *module_.tree; }

  std::optional<SourceRange> own(StmtId id) {
    if (const auto* loop = get<For>(tree(), id)) {
      if (loop->is_par || par_call(program_, module_, scope_, loop->iter)) return loop->header;
    }
    if (const auto* with = get<With>(tree(), id)) {
      for (const WithItem& item : with->items) {
        Symbol symbol = resolve(program_, module_, scope_, item.context);
        if (symbol.kind == SymbolKind::kLibrary && symbol.path == "parc.par") return with->header;
      }
    }
    if (get<FunctionDef>(tree(), id) || get<ClassDef>(tree(), id)) return std::nullopt;
    std::optional<SourceRange> found;
    for_each_expr(tree()[id], [&](ExprId root) {
      if (!found) found = in_expression(root);
    });
    return found;
  }

  // In comprehensions, and calls of par where no loop goes through them.
  std::optional<SourceRange> in_expression(ExprId root) {
    std::optional<SourceRange> found;
    walk_expr(tree(), root, [&](ExprId id) {
      if (found) return;
      if (par_call(program_, module_, scope_, id)) found = tree()[id].range;
      const auto* comprehension = get<Comprehension>(tree(), id);
      if (!comprehension) return;
      for (const Generator& generator : comprehension->generators) {
        if (generator.is_par || par_call(program_, module_, scope_, generator.iter)) {
          found = generator.range;
        }
      }
    });
    return found;
  }

  Program& program_;
  const ModuleScope& module_;
  const Scope* scope_;
};

enum class Place : uint8_t { kModule, kFunction, kInnerFunction, kClass, kMethod };

class Reporter {
 public:
  Reporter(Program& program, const ModuleScope& module) : program_(program), module_(module) {}

  bool any() const { return any_; }

  void body(const Body& statements, Place place) {
    if (place == Place::kModule || place == Place::kClass) {
      Finder finder(program_, module_, nullptr);
      if (auto found = finder.first(statements)) {
        report(*found, Diag::kParAtModuleLevel,
               "a par loop stands in a function, not outside of one",
               "move it into a function with annotated parameters");
      }
    }
    definitions(statements, place);
  }

 private:
  void definitions(const Body& statements, Place place) {
    for (StmtId id : statements) {
      const Stmt& stmt = (*module_.tree)[id];
      if (const auto* function = std::get_if<FunctionDef>(&stmt.node)) {
        this->function(*function, place);
      } else if (const auto* klass = std::get_if<ClassDef>(&stmt.node)) {
        body(klass->body, Place::kClass);
      } else {
        for_each_body(stmt, false, [&](const Body& inner) { definitions(inner, place); });
      }
    }
  }

  void function(const FunctionDef& node, Place outer) {
    Scope scope = scope_of(*module_.tree, node);
    if (auto found = Finder(program_, module_, &scope).first(node.body)) judge(node, outer, *found);
    definitions(node.body, outer == Place::kModule ? Place::kFunction : Place::kInnerFunction);
  }

  void judge(const FunctionDef& node, Place outer, SourceRange where) {
    any_ = true;
    if (node.is_async) {
      report(where, Diag::kParInAsync, "a par loop in an async function is not supported",
             "call a plain function that holds the loop");
    } else if (node.is_generator) {
      report(where, Diag::kParInGenerator, "a par loop in a generator is not supported",
             "call a plain function that holds the loop");
    } else if (outer == Place::kClass) {
      report(where, Diag::kParInMethod, "a par loop in a method is not supported yet",
             "call a function of the module that holds the loop");
    } else if (outer != Place::kModule) {
      report(where, Diag::kParInClosure, "a par loop in an inner function is not supported yet",
             "move the function to the top of the module");
    } else if (!is_undecorated_or_jitted(program_, module_, node)) {
      report(where, Diag::kParDecorated, "a par loop in a decorated function is not supported yet",
             "remove the decorator, or call an undecorated function that holds the loop");
    } else if (node.type_parameters) {
      report(where, Diag::kTypeParameters, "type parameters are not supported yet",
             "write one function for each type");
    }
  }

  void report(SourceRange where, Diag kind, const char* message, const char* note) {
    any_ = true;
    program_.diagnostics.emit(kind, where, message).note(note);
  }

  Program& program_;
  const ModuleScope& module_;
  bool any_ = false;
};

}  // namespace

bool holds_par(Program& program, const SourceFunction& function) {
  return Finder(program, *function.module, &function.scope).first(function.node->body).has_value();
}

bool report_misplaced_par(Program& program, const ModuleScope& module) {
  Reporter reporter(program, module);
  reporter.body(module.tree->body, Place::kModule);
  return reporter.any();
}

std::optional<SourceRange> find_foreign_par(const Tree& tree) {
  for (uint32_t at = 0; at < tree.stmts.size(); ++at) {
    const auto* loop = get<For>(tree, StmtId{at});
    const auto* call = loop ? get<Call>(tree, loop->iter) : nullptr;
    const auto* name = call ? get<Name>(tree, call->callee) : nullptr;
    if (name && name->id == "par") return tree[call->callee].range;
  }
  return std::nullopt;
}

}  // namespace parc::check
