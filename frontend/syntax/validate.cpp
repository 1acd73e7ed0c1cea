#include "frontend/syntax/validate.h"

#include <algorithm>
#include <set>
#include <string>

#include "frontend/syntax/targets.h"
#include "frontend/syntax/walk.h"

namespace parc::syntax {

namespace {

// Blocks that may be nested in one function, as in CPython.
constexpr int kMaxBlocks = 20;

struct Scope {
  enum Kind : uint8_t { kModule, kClass, kFunction } kind;
  bool is_async = false;
  std::set<std::string> parameters = {};
  std::set<std::string> seen = {};  // names used so far
  int loops = 0;
  int blocks = 0;
};

class Validator {
 public:
  Validator(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void run() {
    check_future_imports();
    Scope module{Scope::kModule};
    body(tree_.body, module);
  }

 private:
  void error(Diag kind, SourceRange where, std::string message) {
    diagnostics_.emit(kind, where, std::move(message));
  }

  // ---- statements ----

  void body(const Body& statements, Scope& scope) {
    for (StmtId id : statements) statement(id, scope);
  }

  void statement(StmtId id, Scope& scope) {
    const Stmt& stmt = tree_[id];
    std::visit([&](const auto& node) { check(node, stmt.range, scope); }, stmt.node);
  }

  void check(const Import&, SourceRange, Scope&) {}
  void check(const Pass&, SourceRange, Scope&) {}
  void check(const ErrorStmt&, SourceRange, Scope&) {}

  void check(const ExprStmt& node, SourceRange where, Scope& scope) {
    plain(node.value, scope);
    bool bare = get<NamedExpr>(tree_, node.value) && tree_[node.value].range == where;
    if (bare) error(Diag::kSyntaxError, where, "a named expression stands in brackets here");
  }
  void check(const Assign& node, SourceRange, Scope& scope) {
    for (ExprId target : node.targets) assign(target, TargetUse::kAssign, scope);
    plain(node.value, scope);
  }
  void check(const AugAssign& node, SourceRange, Scope& scope) {
    assign(node.target, TargetUse::kAugmented, scope);
    plain(node.value, scope);
  }
  void check(const AnnAssign& node, SourceRange, Scope& scope) {
    assign(node.target, TargetUse::kAnnotated, scope);
    plain(node.annotation, scope);
    if (node.value) plain(node.value, scope);
  }
  void check(const Delete& node, SourceRange, Scope& scope) {
    for (ExprId target : node.targets) assign(target, TargetUse::kDelete, scope);
  }
  void check(const Return& node, SourceRange where, Scope& scope) {
    if (scope.kind != Scope::kFunction) {
      error(Diag::kOutsideFunction, where, "'return' outside a function");
    }
    if (node.value) plain(node.value, scope);
  }
  void check(const Break&, SourceRange where, Scope& scope) {
    if (scope.loops == 0) error(Diag::kOutsideLoop, where, "'break' outside a loop");
  }
  void check(const Continue&, SourceRange where, Scope& scope) {
    if (scope.loops == 0) error(Diag::kOutsideLoop, where, "'continue' outside a loop");
  }
  void check(const Raise& node, SourceRange where, Scope& scope) {
    if (node.exception) plain(node.exception, scope);
    if (node.cause) plain(node.cause, scope);
    if (node.cause && !node.exception) error(Diag::kSyntaxError, where, "nothing is raised");
  }
  void check(const Assert& node, SourceRange, Scope& scope) {
    plain(node.test, scope);
    if (node.message) plain(node.message, scope);
  }
  void check(const Global& node, SourceRange where, Scope& scope) {
    for (const std::string& name : node.names) scope_name("global", name, where, scope);
  }
  void check(const Nonlocal& node, SourceRange where, Scope& scope) {
    if (scope.kind == Scope::kModule) {
      error(Diag::kBadScopeStatement, where, "'nonlocal' outside a function");
    }
    for (const std::string& name : node.names) scope_name("nonlocal", name, where, scope);
  }
  void scope_name(const char* word, const std::string& name, SourceRange where, Scope& scope) {
    if (scope.parameters.contains(name)) {
      error(Diag::kBadScopeStatement, where, "the parameter '" + name + "' cannot be " + word);
    } else if (scope.kind != Scope::kModule && scope.seen.contains(name)) {
      error(Diag::kBadScopeStatement, where,
            "'" + name + "' is used before it is declared " + word);
    }
  }
  void check(const ImportFrom& node, SourceRange where, Scope& scope) {
    bool star = !node.names.empty() && node.names.front().name == "*";
    if (star && scope.kind != Scope::kModule) {
      error(Diag::kSyntaxError, where, "'import *' stands at module level only");
    }
  }

  void check(const For& node, SourceRange, Scope& scope) {
    if (node.is_async) require_async("async for", node.header, scope);
    assign(node.target, TargetUse::kAssign, scope);
    plain(node.iter, scope);
    loop(node.body, node.header, scope);
    body(node.orelse, scope);
  }
  void check(const While& node, SourceRange, Scope& scope) {
    plain(node.test, scope);
    loop(node.body, node.header, scope);
    body(node.orelse, scope);
  }
  void loop(const Body& statements, SourceRange header, Scope& scope) {
    ++scope.loops;
    block(statements, header, scope);
    --scope.loops;
  }
  void block(const Body& statements, SourceRange header, Scope& scope) {
    if (++scope.blocks == kMaxBlocks + 1) {
      error(Diag::kTooDeep, header,
            "more than " + std::to_string(kMaxBlocks) + " nested blocks in one function");
    }
    body(statements, scope);
    --scope.blocks;
  }
  void check(const If& node, SourceRange, Scope& scope) {
    plain(node.test, scope);
    body(node.body, scope);
    body(node.orelse, scope);
  }
  void check(const With& node, SourceRange, Scope& scope) {
    if (node.is_async) require_async("async with", node.header, scope);
    for (const WithItem& item : node.items) {
      plain(item.context, scope);
      if (item.target) assign(item.target, TargetUse::kAssign, scope);
    }
    block(node.body, node.header, scope);
  }
  void check(const Try& node, SourceRange where, Scope& scope) {
    SourceRange word{where.file, where.begin, where.begin + 3};
    block(node.body, word, scope);
    for (ExprId type : node.handler_types) plain(type, scope);
    for (const Body& handler : node.handlers) body(handler, scope);
    body(node.orelse, scope);
    body(node.finally, scope);
  }
  void check(const UnsupportedStmt& node, SourceRange, Scope& scope) {
    for (ExprId part : node.parts) value(part, scope);
    for (const Body& statements : node.bodies) body(statements, scope);
  }

  void check(const FunctionDef& node, SourceRange, Scope& scope) {
    for (ExprId decorator : node.decorators) plain(decorator, scope);
    scope.seen.insert(node.name);
    Scope inner{Scope::kFunction, node.is_async};
    parameters(node.parameters, scope, inner);
    if (node.returns) plain(node.returns, scope);
    body(node.body, inner);
  }
  void check(const ClassDef& node, SourceRange, Scope& scope) {
    for (ExprId decorator : node.decorators) plain(decorator, scope);
    for (ExprId base : node.bases) value(base, scope);
    for (const Keyword& keyword : node.keywords) plain(keyword.value, scope);
    scope.seen.insert(node.name);
    Scope inner{Scope::kClass};
    body(node.body, inner);
  }

  // Annotations and defaults belong to the scope around the function.
  void parameters(const Parameters& parameters, Scope& outer, Scope& inner) {
    for (const Parameter& parameter : parameters.all) {
      inner.parameters.insert(parameter.name);
      if (parameter.name == "__debug__") {
        error(Diag::kBadTarget, parameter.range, "cannot assign to '__debug__'");
      }
      if (parameter.annotation) value(parameter.annotation, outer);
      if (parameter.default_value) plain(parameter.default_value, outer);
    }
  }

  // ---- expressions ----

  void assign(ExprId target, TargetUse use, Scope& scope) {
    check_target(tree_, target, use, diagnostics_);
    value(target, scope);
  }

  // An expression that is no star.
  void plain(ExprId id, Scope& scope) {
    if (get<Starred>(tree_, id)) {
      error(Diag::kSyntaxError, tree_[id].range, "a starred expression cannot stand here");
    }
    value(id, scope);
  }

  void value(ExprId id, Scope& scope) {
    const Expr& expr = tree_[id];
    if (const auto* name = std::get_if<Name>(&expr.node)) {
      scope.seen.insert(name->id);
    } else if (const auto* lambda = std::get_if<Lambda>(&expr.node)) {
      Scope inner{Scope::kFunction};
      parameters(lambda->parameters, scope, inner);
      plain(lambda->body, inner);
    } else if (const auto* unsupported = std::get_if<UnsupportedExpr>(&expr.node)) {
      check_unsupported(*unsupported, expr.range, scope);
    } else {
      bool outer = in_generator_;
      check_rules(expr);
      children(id, scope);
      in_generator_ = outer;
    }
  }

  void check_unsupported(const UnsupportedExpr& node, SourceRange where, Scope& scope) {
    if (node.what == "a yield expression" && scope.kind != Scope::kFunction) {
      error(Diag::kOutsideFunction, where, "'yield' outside a function");
    } else if (node.what == "an await expression" && !in_generator_) {
      require_async("await", where, scope);
    }
    for (ExprId part : node.parts) value(part, scope);
  }

  void require_async(const std::string& what, SourceRange where, const Scope& scope) {
    if (scope.kind == Scope::kFunction && scope.is_async) return;
    error(Diag::kOutsideFunction, where, "'" + what + "' outside an async function");
  }

  void children(ExprId id, Scope& scope) {
    const ExprNode& node = tree_[id].node;
    bool takes_stars = std::holds_alternative<Tuple>(node) || std::holds_alternative<List>(node) ||
                       std::holds_alternative<SetDisplay>(node) ||
                       std::holds_alternative<Call>(node) ||
                       std::holds_alternative<Subscript>(node);
    for (ExprId part : children_of(tree_, id).exprs) {
      takes_stars ? value(part, scope) : plain(part, scope);
    }
  }

  void check_rules(const Expr& expr) {
    if (const auto* named = std::get_if<NamedExpr>(&expr.node)) {
      check_target(tree_, named->target, TargetUse::kNamed, diagnostics_);
    } else if (const auto* call = std::get_if<Call>(&expr.node)) {
      check_keywords(call->keywords);
    } else if (const auto* comprehension = std::get_if<Comprehension>(&expr.node)) {
      // A generator expression may await wherever it is written.
      in_generator_ = in_generator_ || comprehension->kind == ComprehensionKind::kGenerator;
      for (const Generator& generator : comprehension->generators) {
        check_target(tree_, generator.target, TargetUse::kAssign, diagnostics_);
      }
    }
  }

  void check_keywords(const std::vector<Keyword>& keywords) {
    std::set<std::string> seen;
    for (const Keyword& keyword : keywords) {
      if (keyword.name.empty() || seen.insert(keyword.name).second) continue;
      error(Diag::kArgumentOrder, keyword.range,
            "the keyword argument '" + keyword.name + "' is repeated");
    }
  }

  // ---- __future__ ----

  void check_future_imports() {
    static constexpr std::string_view kFeatures[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "generator_stop", "annotations",     "barry_as_FLUFL",
    };
    bool at_top = true;
    for (size_t i = 0; i < tree_.body.size(); ++i) {
      const Stmt& stmt = tree_[tree_.body[i]];
      const auto* import = std::get_if<ImportFrom>(&stmt.node);
      if (!import || import->level != 0 || import->module != "__future__") {
        at_top = at_top && i == 0 && tree_.docstring.has_value();
        continue;
      }
      if (!at_top) {
        error(Diag::kFutureImport, stmt.range, "__future__ imports stand at the top of the file");
      }
      for (const ImportName& name : import->names) {
        bool known =
            std::find(std::begin(kFeatures), std::end(kFeatures), name.name) != std::end(kFeatures);
        if (!known) error(Diag::kFutureImport, name.range, "unknown feature '" + name.name + "'");
      }
    }
  }

  const Tree& tree_;
  Diagnostics& diagnostics_;
  bool in_generator_ = false;  // a generator expression
};

}  // namespace

void validate(const Tree& tree, Diagnostics& diagnostics) { Validator(tree, diagnostics).run(); }

}  // namespace parc::syntax
