#include "ir/analysis/effects.h"

#include <algorithm>

#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

bool node_may_raise(const Function& function, ExprId id) {
  const ExprNode& node = function[id].node;
  if (const CallBuiltin* call = std::get_if<CallBuiltin>(&node)) {
    return info(call->builtin).may_raise;
  }
  if (const Load* load = std::get_if<Load>(&node)) return !load->in_bounds;
  if (const ListGet* get = std::get_if<ListGet>(&node)) return !get->in_bounds;
  return std::holds_alternative<Unary>(node) || std::holds_alternative<Binary>(node) ||
         std::holds_alternative<Convert>(node) || std::holds_alternative<View>(node) ||
         std::holds_alternative<ArraySize>(node) || std::holds_alternative<TupleIndex>(node) ||
         std::holds_alternative<NewArray>(node) || std::holds_alternative<CopyArray>(node) ||
         std::holds_alternative<BroadcastFor>(node) || std::holds_alternative<RangeLength>(node);
}

bool stmt_may_raise(const Function& function, StmtId id) {
  const StmtNode& node = function[id].node;
  if (const Store* store = std::get_if<Store>(&node)) {
    // The conversion to the element may raise too; only a plain copy of the kind cannot.
    const Expr& value = function[store->value];
    const Load* load = std::get_if<Load>(&value.node);
    bool copies = load && function[load->array].type == function[store->array].type;
    return !(store->in_bounds && copies);
  }
  return std::holds_alternative<StoreView>(node) || std::holds_alternative<ListSet>(node) ||
         std::holds_alternative<Raise>(node) || std::holds_alternative<CheckBound>(node);
}

// f(callee) for each call in the expression.
template <class F>
void for_each_call(const Function& function, ExprId root, F&& f) {
  walk_expr(function, root, [&](ExprId id) {
    if (const Call* call = std::get_if<Call>(&function[id].node)) f(*call);
  });
}

}  // namespace

// Solves the summaries of a module together.
class EffectsBuilder {
 public:
  EffectsBuilder(const Module& module, std::vector<FunctionEffects>& summaries)
      : module_(module), summaries_(summaries) {}

  void run() {
    for (uint32_t id = 0; id < module_.functions.size(); ++id) {
      size_t count = module_[FunctionId{id}].parameters.size();
      std::vector<bool> none(count, false);
      summaries_.push_back({none, none, none, false});
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (uint32_t id = 0; id < module_.functions.size(); ++id) {
        FunctionEffects next = summarize(module_[FunctionId{id}], summaries_[id]);
        changed = changed || !(next == summaries_[id]);
        summaries_[id] = std::move(next);
      }
    }
  }

 private:
  FunctionEffects summarize(const Function& function, FunctionEffects result) const {
    Origins origins(function,
                    [&](FunctionId id) -> const FunctionEffects& { return summaries_[id.value]; });
    auto mark = [&](std::vector<bool>& bits, ExprId value) {
      LocalSet owners = origins.of(function, value);
      for (size_t at = 0; at < function.parameters.size(); ++at) {
        if (owners.contains(function.parameters[at].local)) bits[at] = true;
      }
    };
    walk_stmts(function, function.body, [&](StmtId id) {
      const StmtNode& node = function[id].node;
      if (const Store* store = std::get_if<Store>(&node)) mark(result.writes, store->array);
      if (const StoreView* store = std::get_if<StoreView>(&node)) {
        mark(result.writes, store->view);
        mark(result.reads, store->value);
      }
      if (const ListSet* set = std::get_if<ListSet>(&node)) mark(result.writes, set->list);
      if (const Return* leave = std::get_if<Return>(&node)) {
        mark(result.result_shares, leave->value);
      }
      result.may_raise = result.may_raise || stmt_may_raise(function, id);
    });
    walk_exprs(function, function.body, [&](ExprId id) {
      const ExprNode& node = function[id].node;
      if (const Load* load = std::get_if<Load>(&node)) mark(result.reads, load->array);
      if (const ListGet* get = std::get_if<ListGet>(&node)) mark(result.reads, get->list);
      if (const CopyArray* copy = std::get_if<CopyArray>(&node)) mark(result.reads, copy->array);
      if (const BroadcastFor* operand = std::get_if<BroadcastFor>(&node)) {
        mark(result.reads, operand->array);
      }
      if (const Call* call = std::get_if<Call>(&node)) {
        const FunctionEffects& callee = summaries_[call->callee.value];
        for (size_t at = 0; at < call->args.size(); ++at) {
          if (callee.reads[at]) mark(result.reads, call->args[at]);
          if (callee.writes[at]) mark(result.writes, call->args[at]);
        }
        // A recursive function checks its stack.
        for_each_callee(*call, [&](FunctionId run) {
          result.may_raise =
              result.may_raise || summaries_[run.value].may_raise || module_[run].is_recursive;
        });
      }
      result.may_raise = result.may_raise || node_may_raise(function, id);
    });
    return result;
  }

  const Module& module_;
  std::vector<FunctionEffects>& summaries_;
};

Effects::Effects(const Module& module) { EffectsBuilder(module, functions_).run(); }

template <class Lookup>
Origins::Origins(const Function& function, Lookup lookup) {
  origins_.resize(function.locals.size());
  for (const Parameter& parameter : function.parameters) {
    origins_[parameter.local.value].insert(parameter.local);
  }
  walk_exprs(function, function.body, [&](ExprId id) {
    if (const Call* call = std::get_if<Call>(&function[id].node)) {
      if (call->callee.value >= result_shares_.size()) {
        result_shares_.resize(call->callee.value + 1);
      }
      result_shares_[call->callee.value] = lookup(call->callee).result_shares;
    }
  });
  for (bool changed = true; changed;) {
    changed = false;
    walk_stmts(function, function.body, [&](StmtId id) {
      const Assign* assign = std::get_if<Assign>(&function[id].node);
      if (!assign) return;
      LocalSet owners = of(function, assign->value);
      if (is_fresh(function, assign->value)) owners.insert(assign->target);
      changed = origins_[assign->target.value].unite(owners) || changed;
    });
  }
}

Origins::Origins(const Function& function, const Effects& effects)
    : Origins(function, [&](FunctionId id) -> const FunctionEffects& { return effects[id]; }) {}

// Whether the value may be an array that the expression itself makes.
bool Origins::is_fresh(const Function& function, ExprId expr) const {
  bool fresh = false;
  walk_expr(function, expr, [&](ExprId id) {
    const ExprNode& node = function[id].node;
    fresh = fresh || std::holds_alternative<NewArray>(node) ||
            std::holds_alternative<CopyArray>(node) || std::holds_alternative<BroadcastFor>(node) ||
            std::holds_alternative<Call>(node);
  });
  return fresh;
}

LocalSet Origins::of(const Function& function, ExprId expr) const {
  LocalSet owners;
  auto add = [&](ExprId id) { owners.unite(of(function, id)); };
  const ExprNode& node = function[expr].node;
  if (const LocalRef* ref = std::get_if<LocalRef>(&node)) {
    owners = origins_[ref->local.value];
  } else if (const View* view = std::get_if<View>(&node)) {
    add(view->array);
  } else if (const Transpose* transpose = std::get_if<Transpose>(&node)) {
    add(transpose->array);
  } else if (const BroadcastFor* operand = std::get_if<BroadcastFor>(&node)) {
    add(operand->array);
  } else if (const Select* select = std::get_if<Select>(&node)) {
    add(select->then_value);
    add(select->else_value);
  } else if (const MakeTuple* tuple = std::get_if<MakeTuple>(&node)) {
    for (ExprId element : tuple->elements) add(element);
  } else if (const TupleGet* get = std::get_if<TupleGet>(&node)) {
    add(get->tuple);
  } else if (const TupleIndex* get = std::get_if<TupleIndex>(&node)) {
    add(get->tuple);
  } else if (const ListGet* get = std::get_if<ListGet>(&node)) {
    add(get->list);
  } else if (const Coerce* coerce = std::get_if<Coerce>(&node)) {
    add(coerce->operand);
  } else if (const Call* call = std::get_if<Call>(&node)) {
    const std::vector<bool>& shares = result_shares_[call->callee.value];
    for (size_t at = 0; at < call->args.size(); ++at) {
      if (shares[at]) add(call->args[at]);
    }
  }
  return owners;
}

bool may_raise(const Function& function, const Effects& effects, ExprId expr) {
  bool found = false;
  walk_expr(function, expr, [&](ExprId id) { found = found || node_may_raise(function, id); });
  for_each_call(function, expr,
                [&](const Call& call) { found = found || effects[call.callee].may_raise; });
  return found;
}

bool may_raise(const Function& function, const Effects& effects, const Block& block) {
  bool found = false;
  walk_stmts(function, block, [&](StmtId id) {
    found = found || stmt_may_raise(function, id);
    for_each_expr(function[id].node,
                  [&](ExprId root) { found = found || may_raise(function, effects, root); });
  });
  return found;
}

}  // namespace parc::ir
