#include "ir/passes/dead_code.h"

#include <vector>

#include "ir/analysis/effects.h"
#include "ir/analysis/local_set.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

class DeadCodeRemover {
 public:
  DeadCodeRemover(Function& function, const Effects& effects)
      : function_(function), effects_(effects) {}

  void run() {
    for (changed_ = true; changed_;) {
      changed_ = false;
      read_ = LocalSet(function_.locals.size());
      walk_stmts(function_, function_.body, [&](StmtId id) { collect_reads(id); });
      block(function_.body);
    }
  }

 private:
  void collect_reads(StmtId id) {
    for_each_expr(function_[id].node, [&](ExprId root) {
      for_each_read(function_, root, [&](LocalId local) { read_.insert(local); });
    });
    if (const CheckBound* check = stmt_if<CheckBound>(function_, id)) read_.insert(check->flag);
  }

  void block(Block& body) {
    Block result;
    for (StmtId id : body) {
      for_each_block(function_[id].node, [&](Block& inner) { block(inner); });
      if (is_dead(id)) {
        changed_ = true;
        continue;
      }
      result.push_back(id);
      if (jumps(id)) break;
    }
    body = std::move(result);
  }

  bool jumps(StmtId id) const {
    const StmtNode& node = function_[id].node;
    return std::holds_alternative<Break>(node) || std::holds_alternative<Continue>(node) ||
           std::holds_alternative<Return>(node) || std::holds_alternative<Raise>(node) ||
           std::holds_alternative<Leave>(node);
  }

  bool is_idle(ExprId id) const {
    bool calls = false;
    walk_expr(function_, id, [&](ExprId part) {
      calls = calls || std::holds_alternative<Call>(function_[part].node);
    });
    return !calls && !may_raise(function_, effects_, id);
  }

  bool is_dead(StmtId id) {
    StmtNode& node = function_[id].node;
    if (const Evaluate* evaluate = std::get_if<Evaluate>(&node)) return is_idle(evaluate->value);
    if (const If* branch = std::get_if<If>(&node)) {
      bool empty = branch->then_body.empty() && branch->else_body.empty();
      return empty && is_idle(branch->condition);
    }
    const Assign* assign = std::get_if<Assign>(&node);
    if (assign && is_read_of(function_, assign->value, assign->target)) return true;
    if (!assign || read_.contains(assign->target)) return false;
    if (is_idle(assign->value)) return true;
    ExprId value = assign->value;
    node = Evaluate{value};
    return false;
  }

  Function& function_;
  const Effects& effects_;
  LocalSet read_;
  bool changed_ = false;
};

bool holds_par(const Function& function) {
  bool found = false;
  walk_stmts(function, function.body, [&](StmtId id) {
    const Loop* loop = stmt_if<Loop>(function, id);
    found = found || (loop && loop->par);
  });
  return found;
}

void mark_used(const Module& module, FunctionId id, std::vector<bool>& used) {
  if (used[id.value]) return;
  used[id.value] = true;
  const Function& function = module[id];
  walk_exprs(function, function.body, [&](ExprId expr) {
    const Call* call = expr_if<Call>(function, expr);
    if (call) for_each_callee(*call, [&](FunctionId callee) { mark_used(module, callee, used); });
  });
}

}  // namespace

void remove_dead_code(Module& module) {
  Effects effects(module);
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    DeadCodeRemover(module[FunctionId{id}], effects).run();
  }
}

void remove_unused_functions(Module& module) {
  std::vector<bool> used(module.functions.size(), false);
  for (const Entry& entry : module.entries) mark_used(module, entry.function, used);
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    if (holds_par(module[FunctionId{id}])) mark_used(module, FunctionId{id}, used);
  }
  Arena<Function, FunctionId> kept;
  std::vector<FunctionId> renamed(module.functions.size());
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    if (used[id]) renamed[id] = kept.add(std::move(module[FunctionId{id}]));
  }
  module.functions = std::move(kept);
  for (Entry& entry : module.entries) entry.function = renamed[entry.function.value];
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    Function& function = module[FunctionId{id}];
    for (uint32_t expr = 0; expr < function.exprs.size(); ++expr) {
      Call* call = std::get_if<Call>(&function[ExprId{expr}].node);
      if (!call) continue;
      for_each_callee(*call, [&](FunctionId& callee) { callee = renamed[callee.value]; });
    }
  }
}

}  // namespace parc::ir
