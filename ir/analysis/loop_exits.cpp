#include "ir/analysis/loop_exits.h"

#include <set>

#include "ir/analysis/assigned_first.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

class ExitFinder {
 public:
  ExitFinder(const Function& function, LoopExits& exits) : function_(function), exits_(exits) {}

  void block(const Block& body, bool own_loop) {
    for (StmtId id : body) {
      const StmtNode& node = function_[id].node;
      const Leave* leave = std::get_if<Leave>(&node);
      bool returns = std::holds_alternative<Return>(node) ||
                     (leave && !inner_labels_.count(leave->label.value));
      if (returns && !exits_.first_return.valid()) exits_.first_return = id;
      if (own_loop && std::holds_alternative<Break>(node) && !exits_.first_break.valid()) {
        exits_.first_break = id;
      }
      if (const Labeled* labeled = std::get_if<Labeled>(&node)) {
        inner_labels_.insert(labeled->label.value);
      }
      if (const Loop* loop = std::get_if<Loop>(&node)) {
        block(loop->body, false);
        block(loop->orelse, own_loop);
      } else if (const While* loop = std::get_if<While>(&node)) {
        block(loop->body, false);
        block(loop->orelse, own_loop);
      } else {
        for_each_block(node, [&](const Block& inner) { block(inner, own_loop); });
      }
    }
  }

 private:
  const Function& function_;
  LoopExits& exits_;
  std::set<uint32_t> inner_labels_;
};

// Whether all memory behind the value is made in the body.
bool is_made_inside(const AnalysisContext& context, const LocalSet& assigned, ExprId value) {
  bool inside = true;
  context.origins.of(context.function, value).for_each([&](LocalId owner) {
    inside = inside && assigned.contains(owner);
  });
  for (const Parameter& parameter : context.function.parameters) {
    inside = inside && !context.origins.of(context.function, value).contains(parameter.local);
  }
  return inside;
}

}  // namespace

LoopExits find_exits(const Function& function, const Loop& loop) {
  LoopExits exits;
  ExitFinder(function, exits).block(loop.body, true);
  return exits;
}

StmtId find_outer_store(const AnalysisContext& context, const Loop& loop) {
  const Function& function = context.function;
  LocalSet assigned = assigned_locals(function, loop.body);
  StmtId found;
  auto check = [&](StmtId stmt, ExprId target) {
    if (!found.valid() && !is_made_inside(context, assigned, target)) found = stmt;
  };
  walk_stmts(function, loop.body, [&](StmtId id) {
    const StmtNode& node = function[id].node;
    if (const Store* store = std::get_if<Store>(&node)) check(id, store->array);
    if (const StoreView* store = std::get_if<StoreView>(&node)) check(id, store->view);
    if (const ListSet* store = std::get_if<ListSet>(&node)) check(id, store->list);
    for_each_expr(node, [&](ExprId root) {
      walk_expr(function, root, [&](ExprId expr) {
        const Call* call = expr_if<Call>(function, expr);
        if (!call) return;
        const FunctionEffects& effects = context.effects[call->callee];
        for (size_t at = 0; at < call->args.size(); ++at) {
          if (effects.writes[at]) check(id, call->args[at]);
        }
      });
    });
  });
  return found;
}

bool check_exits(const AnalysisContext& context, const Loop& loop, const LoopExits& exits,
                 Diagnostics& diagnostics) {
  if (!exits.first_break.valid() && !exits.first_return.valid()) return true;
  StmtId store = find_outer_store(context, loop);
  if (!store.valid()) return true;
  const Function& function = context.function;
  auto report = [&](Diag kind, StmtId exit, const char* message) {
    diagnostics.emit(kind, function[exit].range, message)
        .label(function[store].range, "this store would also run in later iterations")
        .note(
            "iteration 1 may have stored before iteration 0 is known to leave the loop; search "
            "first, then store in a loop without an exit");
  };
  if (exits.first_break.valid()) {
    report(Diag::kBreakWithEffects, exits.first_break,
           "a par loop that stores elements cannot be left by break");
  }
  if (exits.first_return.valid()) {
    report(Diag::kReturnWithEffects, exits.first_return,
           "a par loop that stores elements cannot be left by return");
  }
  return false;
}

}  // namespace parc::ir
