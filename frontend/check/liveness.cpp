#include "frontend/check/liveness.h"

#include "frontend/check/ast_walk.h"

namespace parc::check {
namespace {

using namespace syntax;

// Names live where `break` and `continue` of the innermost loop go.
struct LoopTargets {
  const NameSet* after_break = nullptr;
  const NameSet* after_continue = nullptr;
};

struct Analysis {
  const Tree& tree;
  const Scope& scope;
  Liveness& result;

  void use(ExprId root, NameSet& live) const {
    if (!root) return;
    walk_expr(tree, root, [&](ExprId id) {
      if (const auto* name = get<Name>(tree, id)) {
        if (const NameId* local = scope.find(name->id)) live.add(*local);
      }
    });
  }

  // The target binds its names and reads the containers and indices in it.
  void define(ExprId target, NameSet& live) const {
    for_each_bound_name(tree, target, [&](ExprId name) {
      if (const NameId* local = scope.find(get<Name>(tree, name)->id)) live.remove(*local);
    });
    use_places(target, live);
  }

  void use_places(ExprId target, NameSet& live) const {
    if (get<Name>(tree, target)) return;
    if (const auto* tuple = get<Tuple>(tree, target)) {
      for (ExprId element : tuple->elements) use_places(element, live);
    } else if (const auto* list = get<List>(tree, target)) {
      for (ExprId element : list->elements) use_places(element, live);
    } else if (const auto* starred = get<Starred>(tree, target)) {
      use_places(starred->value, live);
    } else {
      use(target, live);
    }
  }

  // Turns what is live after the block into what is live before it.
  void body(const Body& statements, NameSet& live, const LoopTargets& loop) {
    for (auto id = statements.rbegin(); id != statements.rend(); ++id) stmt(*id, live, loop);
  }

  void stmt(StmtId id, NameSet& live, const LoopTargets& loop) {
    const Stmt& node = tree[id];
    if (const auto* assign = std::get_if<Assign>(&node.node)) {
      for (ExprId target : assign->targets) define(target, live);
      use(assign->value, live);
    } else if (const auto* augmented = std::get_if<AugAssign>(&node.node)) {
      use(augmented->target, live);
      use(augmented->value, live);
    } else if (const auto* annotated = std::get_if<AnnAssign>(&node.node)) {
      if (annotated->value) define(annotated->target, live);
      use(annotated->value, live);
    } else if (const auto* branch = std::get_if<If>(&node.node)) {
      record(result.after, id, live);
      NameSet orelse = live;
      body(branch->body, live, loop);
      body(branch->orelse, orelse, loop);
      live.add_all(orelse);
      use(branch->test, live);
    } else if (const auto* loop_for = std::get_if<For>(&node.node)) {
      for_loop(id, *loop_for, live, loop);
    } else if (const auto* loop_while = std::get_if<While>(&node.node)) {
      while_loop(id, *loop_while, live, loop);
    } else if (get<Return>(tree, id) || get<Raise>(tree, id)) {
      live = NameSet(scope.size());
      for_each_expr(node, [&](ExprId expr) { use(expr, live); });
    } else if (get<Break>(tree, id)) {
      if (loop.after_break) live = *loop.after_break;
    } else if (get<Continue>(tree, id)) {
      if (loop.after_continue) live = *loop.after_continue;
    } else {
      // What is not compiled reads all it names; nothing is known to be bound by it.
      for_each_body(node, true, [&](const Body& inner) {
        NameSet copy = live;
        body(inner, copy, loop);
        live.add_all(copy);
      });
      for_each_expr(node, [&](ExprId expr) { use(expr, live); });
    }
  }

  void for_loop(StmtId id, const For& node, NameSet& live, const LoopTargets& outer) {
    record(result.after, id, live);
    NameSet exit = live;
    body(node.orelse, exit, outer);
    NameSet& header = record(result.header, id, exit);
    for (bool grew = true; grew;) {
      NameSet item = header;
      NameSet next = header;
      body(node.body, item, {&live, &next});
      define(node.target, item);
      grew = header.add_all(item);
    }
    live = header;
    use(node.iter, live);
  }

  void while_loop(StmtId id, const While& node, NameSet& live, const LoopTargets& outer) {
    record(result.after, id, live);
    NameSet exit = live;
    body(node.orelse, exit, outer);
    use(node.test, exit);
    NameSet& header = record(result.header, id, exit);
    for (bool grew = true; grew;) {
      NameSet item = header;
      NameSet next = header;
      body(node.body, item, {&live, &next});
      use(node.test, item);
      grew = header.add_all(item);
    }
    live = header;
  }

  NameSet& record(std::map<StmtId, NameSet>& sets, StmtId id, const NameSet& live) {
    auto [place, added] = sets.try_emplace(id, live);
    if (!added) place->second.add_all(live);
    return place->second;
  }

  void bind_all(const Body& statements, NameSet& bound) {
    for (StmtId id : statements) {
      for_each_binding(tree, id, [&](const std::string& name) {
        if (const NameId* local = scope.find(name)) bound.add(*local);
      });
      bool is_loop = get<For>(tree, id) || get<While>(tree, id);
      NameSet inner(scope.size());
      if (is_loop) {
        for_each_binding(tree, id, [&](const std::string& name) {
          if (const NameId* local = scope.find(name)) inner.add(*local);
        });
      }
      for_each_body(tree[id], false, [&](const Body& block) { bind_all(block, inner); });
      bound.add_all(inner);
      if (is_loop) result.bound.insert_or_assign(id, std::move(inner));
    }
  }
};

}  // namespace

Liveness liveness_of(const Tree& tree, const Scope& scope, const FunctionDef& function) {
  Liveness result;
  Analysis analysis{tree, scope, result};
  NameSet live(scope.size());
  analysis.body(function.body, live, {});
  NameSet bound(scope.size());
  analysis.bind_all(function.body, bound);
  return result;
}

}  // namespace parc::check
