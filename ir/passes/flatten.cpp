#include "ir/passes/flatten.h"

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

class Flattener {
 public:
  Flattener(Module& module, Function& function, const CallFilter& wanted)
      : types_(module.types), function_(function), wanted_(wanted) {}

  Block statement(StmtId id) {
    if (!holds_call(function_[id].node)) return {id};
    if (const While* loop = stmt_if<While>(function_, id)) {
      if (loop->orelse.empty()) test_inside(id);
      return {id};
    }
    // `x = f(…)`, `f(…)` are in their final form once the arguments are.
    bool top_stays = stmt_if<Assign>(function_, id) || stmt_if<Evaluate>(function_, id);
    std::vector<ExprId> roots;
    for_each_expr(function_[id].node, [&](ExprId root) { roots.push_back(root); });
    Block before;
    if (top_stays && is_wanted(roots.front())) {
      flatten_operands(roots.front(), before);
    } else {
      flatten_list(roots, before);
      size_t at = 0;
      for_each_expr(function_[id].node, [&](ExprId& root) { root = roots[at++]; });
    }
    before.push_back(id);
    return before;
  }

 private:
  bool is_wanted(ExprId id) const {
    const Call* call = expr_if<Call>(function_, id);
    return call && wanted_(*call);
  }
  bool holds_call(ExprId root) const {
    bool found = false;
    walk_expr(function_, root, [&](ExprId id) { found = found || is_wanted(id); });
    return found;
  }
  bool holds_call(const StmtNode& node) const {
    bool found = false;
    for_each_expr(node, [&](ExprId root) { found = found || holds_call(root); });
    return found;
  }

  // `while c: body` becomes `while True: if not c: break; body`.
  void test_inside(StmtId id) {
    While loop = std::get<While>(function_[id].node);
    SourceRange range = function_[loop.condition].range;
    FrameId frame = function_[id].frame;
    Block body;
    ExprId condition = flatten(loop.condition, body);
    ExprId negated = add(function_, Not{condition}, function_[condition].type, range, frame);
    StmtId leave = add(function_, Break{}, range, frame);
    body.push_back(add(function_, If{negated, {leave}, {}}, range, frame));
    body.insert(body.end(), loop.body.begin(), loop.body.end());
    ExprId forever = const_bool(function_, types_, true, range, frame);
    function_[id].node = While{forever, std::move(body), {}};
  }

  // Expressions that are evaluated one after the other; those before the last call are saved.
  void flatten_list(std::vector<ExprId>& ids, Block& before) {
    size_t last_call = ids.size();
    for (size_t at = 0; at < ids.size(); ++at) {
      if (holds_call(ids[at])) last_call = at;
    }
    if (last_call == ids.size()) return;
    for (size_t at = 0; at <= last_call; ++at) {
      ids[at] = flatten(ids[at], before);
      if (at < last_call && !is_stable(ids[at])) ids[at] = save(ids[at], before);
    }
  }

  void flatten_operands(ExprId id, Block& before) {
    std::vector<ExprId> operands;
    for_each_operand(function_[id].node, [&](ExprId operand) { operands.push_back(operand); });
    flatten_list(operands, before);
    size_t at = 0;
    for_each_operand(function_[id].node, [&](ExprId& operand) { operand = operands[at++]; });
  }

  // The expression that gives the value once `before` has run.
  ExprId flatten(ExprId id, Block& before) {
    if (!holds_call(id)) return id;
    if (const Select* select = expr_if<Select>(function_, id)) {
      if (holds_call(select->then_value) || holds_call(select->else_value)) {
        return flatten_select(id, *select, before);
      }
    }
    if (const Logic* logic = expr_if<Logic>(function_, id)) {
      if (holds_call(logic->right)) return flatten_logic(id, *logic, before);
    }
    flatten_operands(id, before);
    return is_wanted(id) ? save(id, before) : id;
  }

  ExprId flatten_select(ExprId id, Select select, Block& before) {
    ExprId condition = flatten(select.condition, before);
    LocalId result = temporary(id);
    Block then_body, else_body;
    ExprId then_value = flatten(select.then_value, then_body);
    assign(result, then_value, then_body);
    ExprId else_value = flatten(select.else_value, else_body);
    assign(result, else_value, else_body);
    before.push_back(add(function_, If{condition, std::move(then_body), std::move(else_body)},
                         function_[id].range, function_[id].frame));
    return local_ref(function_, result, function_[id].range, function_[id].frame);
  }

  ExprId flatten_logic(ExprId id, Logic logic, Block& before) {
    LocalId result = temporary(id);
    SourceRange range = function_[id].range;
    FrameId frame = function_[id].frame;
    assign(result, flatten(logic.left, before), before);
    Block rest;
    assign(result, flatten(logic.right, rest), rest);
    ExprId goes_on = local_ref(function_, result, range, frame);
    if (!logic.is_and) goes_on = add(function_, Not{goes_on}, function_[result].type, range, frame);
    before.push_back(add(function_, If{goes_on, std::move(rest), {}}, range, frame));
    return local_ref(function_, result, range, frame);
  }

  // Whether a later call cannot change the value, nor its evaluation fail.
  bool is_stable(ExprId id) const {
    const ExprNode& node = function_[id].node;
    if (const ShapeOf* shape = std::get_if<ShapeOf>(&node)) return is_stable(shape->array);
    return std::holds_alternative<Const>(node) || std::holds_alternative<NoneValue>(node) ||
           std::holds_alternative<LocalRef>(node);
  }

  LocalId temporary(ExprId value) {
    return add_local(function_, "", function_[value].type, LocalRole::kTemporary,
                     function_[value].range);
  }
  void assign(LocalId target, ExprId value, Block& block) {
    block.push_back(
        add(function_, Assign{target, value}, function_[value].range, function_[value].frame));
  }
  ExprId save(ExprId value, Block& before) {
    LocalId target = temporary(value);
    assign(target, value, before);
    return local_ref(function_, target, function_[value].range, function_[value].frame);
  }

  const TypeTable& types_;
  Function& function_;
  const CallFilter& wanted_;
};

}  // namespace

Block flatten_calls(Module& module, Function& function, StmtId stmt, const CallFilter& wanted) {
  return Flattener(module, function, wanted).statement(stmt);
}

}  // namespace parc::ir
