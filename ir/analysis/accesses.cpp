#include "ir/analysis/accesses.h"

#include <algorithm>

#include "ir/analysis/access_walk.h"
#include "ir/analysis/assigned_first.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

void follow(AccessWalk& walk, const Block& block);

bool contains_target(const AccessWalk& walk, StmtId id) {
  if (id == walk.target) return true;
  bool found = false;
  for_each_block(walk.function[id].node, [&](const Block& block) {
    for (StmtId inner : block) found = found || contains_target(walk, inner);
  });
  return found;
}

std::shared_ptr<const Value> share(Value value) {
  return std::make_shared<const Value>(std::move(value));
}

void set(AccessWalk& walk, LocalId local, Value value) {
  walk.env[local.value] = share(std::move(value));
}

void forget_assigned(AccessWalk& walk, const Block& block) {
  assigned_locals(walk.function, block).for_each([&](LocalId local) { forget(walk, local); });
}

// The value of a local where two paths meet: `a` when the condition holds, else `b`.
std::shared_ptr<const Value> meet(AccessWalk& walk, LocalId local, const FormulaRef& condition,
                                  const std::shared_ptr<const Value>& a,
                                  const std::shared_ptr<const Value>& b) {
  if (a == b || !b) return a;
  if (!a) return b;
  if (same_value(*a, *b)) return a;
  const Linear* left = a->get<Linear>();
  const Linear* right = b->get<Linear>();
  if (left && right) return share(walk.found.forms.choose(condition, *left, *right));
  const FormulaRef* p = a->get<FormulaRef>();
  const FormulaRef* q = b->get<FormulaRef>();
  if (p && q) return share(any_of({all_of({condition, *p}), all_of({negate(condition), *q})}));
  forget(walk, local);
  return walk.env[local.value];
}

void meet_all(AccessWalk& walk, const FormulaRef& condition, const Environment& a,
              const Environment& b) {
  for (uint32_t local = 0; local < a.size(); ++local) {
    walk.env[local] = meet(walk, LocalId{local}, condition, a[local], b[local]);
  }
}

void follow_branch(AccessWalk& walk, const If& node) {
  FormulaRef test =
      condition(walk, evaluate(walk, node.condition), walk.function[node.condition].range);
  size_t mark = walk.facts.size();
  Environment before = walk.env;
  walk.facts.push_back(test);
  follow(walk, node.then_body);
  if (walk.done) return;
  bool then_ends = walk.reachable;
  bool then_raises = !then_ends && walk.raised;
  walk.facts.resize(mark);
  Environment after_then = std::exchange(walk.env, std::move(before));
  walk.reachable = true;
  walk.facts.push_back(negate(test));
  follow(walk, node.else_body);
  if (walk.done) return;
  bool else_ends = walk.reachable;
  bool else_raises = !else_ends && walk.raised;
  walk.facts.resize(mark);
  walk.reachable = then_ends || else_ends;
  if (then_ends && else_ends) {
    Environment after_else = walk.env;
    meet_all(walk, test, after_then, after_else);
  } else if (then_ends) {
    // What follows is reached by this branch alone.
    walk.env = std::move(after_then);
    walk.facts.push_back(test);
    if (else_raises) walk.asserted.push_back(walk.facts.back());
  } else if (else_ends) {
    walk.facts.push_back(negate(test));
    if (then_raises) walk.asserted.push_back(walk.facts.back());
  }
}

// The bounds of a new loop index; `trip` is evaluated here.
FormulaRef index_bounds(AccessWalk& walk, ExprId trip, const Linear& index) {
  Forms& forms = walk.found.forms;
  Var var = index.terms.front().var;
  std::vector<FormulaRef> bounds{at_least(index, Linear{})};
  const RangeLength* range = expr_if<RangeLength>(walk.function, trip);
  if (!range) {
    std::optional<Linear> length = integer(walk, evaluate(walk, trip));
    if (!length) return all_of(std::move(bounds));
    bounds.push_back(less(index, *length));
    if (std::optional<Linear> most = add(*length, Linear::of(-1))) forms.set_upper(var, {1, *most});
    return all_of(std::move(bounds));
  }
  std::optional<Linear> start = integer(walk, evaluate(walk, range->start));
  std::optional<Linear> stop = integer(walk, evaluate(walk, range->stop));
  std::optional<Linear> step = integer(walk, evaluate(walk, range->step));
  if (!start || !stop || !step) return all_of(std::move(bounds));
  std::optional<Linear> offset = forms.product(*step, index);
  std::optional<Linear> item = offset ? add(*start, *offset) : offset;
  if (!item) return all_of(std::move(bounds));
  FormulaRef up = all_of({less(Linear{}, *step), less(*item, *stop)});
  FormulaRef down = all_of({less(*step, Linear{}), less(*stop, *item)});
  bounds.push_back(any_of({up, down}));
  if (!step->is_constant() || step->constant == 0 || step->constant == INT64_MIN) {
    return all_of(std::move(bounds));
  }
  bool rises = step->constant > 0;
  std::optional<Linear> most = rises ? add(*stop, *start, -1) : add(*start, *stop, -1);
  if (most) most = add(*most, Linear::of(-1));
  if (most) forms.set_upper(var, {rises ? step->constant : -step->constant, *most});
  return all_of(std::move(bounds));
}

// The name of the variable that the loop gives its items to, for messages.
std::string target_name(const Function& function, const Loop& loop) {
  for (StmtId id : loop.body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign) break;
    int reads = 0;
    walk_expr(function, assign->value,
              [&](ExprId expr) { reads += read_local(function, expr) == loop.index; });
    if (reads > 0 && !function[assign->target].name.empty()) return function[assign->target].name;
  }
  return "";
}

Linear new_index(AccessWalk& walk, const Loop& loop, bool varies) {
  Interval range = walk.context.ranges.range_of(loop.index).meet({0, INT64_MAX});
  Var index = walk.found.forms.add_var(
      {VarKind::kIndex, varies, range, truth(true), target_name(walk.function, loop), loop.header});
  return Linear::of(index);
}

void follow_serial_loop(AccessWalk& walk, StmtId id, const Loop& loop) {
  bool around = !walk.inside && contains_target(walk, id);
  size_t mark = walk.facts.size();
  // The bounds are of the values that the locals have before the first iteration.
  Linear index = new_index(walk, loop, walk.inside);
  FormulaRef bounds = index_bounds(walk, loop.trip, index);
  forget_assigned(walk, loop.body);
  if (walk.inside || around) {
    walk.facts.push_back(bounds);
    set(walk, loop.index, index);
    follow(walk, loop.body);
    if (walk.done) return;
    walk.facts.resize(mark);
    walk.reachable = true;
    forget_assigned(walk, loop.body);
  }
  follow(walk, loop.orelse);
  if (walk.done) return;
  walk.facts.resize(mark);
  walk.reachable = true;
  forget_assigned(walk, loop.orelse);
}

void follow_while(AccessWalk& walk, StmtId id, const While& loop) {
  forget_assigned(walk, loop.body);
  size_t mark = walk.facts.size();
  if (walk.inside || contains_target(walk, id)) {
    FormulaRef test =
        condition(walk, evaluate(walk, loop.condition), walk.function[loop.condition].range);
    walk.facts.push_back(test);
    follow(walk, loop.body);
    if (walk.done) return;
    walk.facts.resize(mark);
    walk.reachable = true;
    forget_assigned(walk, loop.body);
  }
  follow(walk, loop.orelse);
  if (walk.done) return;
  walk.facts.resize(mark);
  walk.reachable = true;
  forget_assigned(walk, loop.orelse);
}

// The form of the user's loop variable: the first assignments of the body, from the index alone.
void find_variable(AccessWalk& walk, const Loop& loop) {
  for (StmtId id : loop.body) {
    const Assign* assign = stmt_if<Assign>(walk.function, id);
    if (!assign) return;
    const Local& local = walk.function[assign->target];
    const Linear* form =
        walk.env[assign->target.value] ? walk.env[assign->target.value]->get<Linear>() : nullptr;
    if (form && form->factor_of(walk.found.index) != 0 && !local.name.empty() &&
        form->terms.back().var == walk.found.index) {
      walk.found.variable = local.name;
      walk.found.variable_value = *form;
      return;
    }
  }
}

void follow_target(AccessWalk& walk, const Loop& loop) {
  Linear index = new_index(walk, loop, true);
  walk.found.index = index.terms.front().var;
  walk.found.variable_value = index;
  FormulaRef bounds = index_bounds(walk, loop.trip, index);
  walk.found.entry = walk.env;
  walk.inside = true;
  walk.found.forms.inside_loop = true;
  walk.found.facts = std::move(walk.facts);
  walk.found.index_bounds = bounds;
  walk.facts.clear();
  forget_assigned(walk, loop.body);
  set(walk, loop.index, index);
  size_t header = 0;
  while (header < loop.body.size() && stmt_if<Assign>(walk.function, loop.body[header])) ++header;
  Block start(loop.body.begin(), loop.body.begin() + static_cast<ptrdiff_t>(header));
  Block rest(loop.body.begin() + static_cast<ptrdiff_t>(header), loop.body.end());
  follow(walk, start);
  find_variable(walk, loop);
  follow(walk, rest);
  walk.done = true;
}

void follow_labeled(AccessWalk& walk, const Labeled& node) {
  size_t mark = walk.facts.size();
  walk.leaves[node.label].clear();
  follow(walk, node.body);
  if (walk.done) return;
  std::vector<Environment> exits = std::move(walk.leaves[node.label]);
  walk.leaves.erase(node.label);
  // With one way out, what holds on it holds after the block.
  if (exits.empty()) return;
  walk.facts.resize(mark);
  if (!walk.reachable) {
    walk.env = std::move(exits.back());
    exits.pop_back();
    walk.reachable = true;
  }
  for (const Environment& exit : exits) {
    Environment here = walk.env;
    meet_all(walk, unknown_condition({}), exit, here);
  }
}

// An array that the statement makes is owned by what it is assigned to.
void own(AccessWalk& walk, const Value& value, LocalId owner, size_t first_new) {
  RootId root;
  if (const ArrayValue* array = value.get<ArrayValue>()) root = array->root;
  if (const ListValue* list = value.get<ListValue>()) root = list->root;
  if (root.valid() && root.value >= first_new) walk.found.roots[root].owners.insert(owner);
  if (const TupleValue* tuple = value.get<TupleValue>()) {
    for (const Value& part : **tuple) own(walk, part, owner, first_new);
  }
}

struct Follower {
  AccessWalk& walk;
  StmtId id;

  void operator()(const Assign& node) const {
    size_t roots = walk.found.roots.size();
    Value value = evaluate(walk, node.value);
    own(walk, value, node.target, roots);
    name_root(value, node.target, roots);
    set(walk, node.target, std::move(value));
  }
  void name_root(const Value& value, LocalId target, size_t first_new) const {
    const ArrayValue* array = value.get<ArrayValue>();
    if (!array || array->root.value < first_new) return;
    Root& root = walk.found.roots[array->root];
    if (root.name.empty()) root.name = walk.function[target].name;
  }
  void operator()(const Store& node) const {
    evaluate(walk, node.value);
    Value array = evaluate(walk, node.array);
    std::vector<Value> indices;
    for (ExprId index : node.indices) indices.push_back(evaluate(walk, index));
    store_element(walk, array, indices, walk.function[id].range);
  }
  void operator()(const StoreView& node) const {
    Value value = evaluate(walk, node.value);
    access_all(walk, value, false, walk.function[node.value].range, false);
    Value view = evaluate(walk, node.view);
    access_all(walk, view, true, walk.function[id].range, false);
  }
  void operator()(const ListSet& node) const {
    evaluate(walk, node.value);
    Value list = evaluate(walk, node.list);
    store_item(walk, list, evaluate(walk, node.index), walk.function[id].range);
  }
  void operator()(const Evaluate& node) const { evaluate(walk, node.value); }
  void operator()(const If& node) const { follow_branch(walk, node); }
  void operator()(const While& node) const { follow_while(walk, id, node); }
  void operator()(const Loop& node) const {
    if (id == walk.target) return follow_target(walk, node);
    follow_serial_loop(walk, id, node);
  }
  void leave() const {
    walk.reachable = false;
    walk.raised = false;
  }
  void operator()(const Break&) const { leave(); }
  void operator()(const Continue&) const { leave(); }
  void operator()(const Return& node) const {
    evaluate(walk, node.value);
    leave();
  }
  void operator()(const Raise& node) const {
    for_each_expr(node, [&](ExprId expr) { evaluate(walk, expr); });
    walk.reachable = false;
    walk.raised = true;
  }
  void operator()(const CheckBound&) const {}
  void operator()(const Labeled& node) const { follow_labeled(walk, node); }
  void operator()(const Leave& node) const {
    walk.leaves[node.label].push_back(walk.env);
    leave();
  }
};

void follow(AccessWalk& walk, const Block& block) {
  for (StmtId id : block) {
    if (walk.done || !walk.reachable) return;
    walk.stmt = id;
    std::visit(Follower{walk, id}, walk.function[id].node);
  }
}

void add_parameters(AccessWalk& walk) {
  for (const Parameter& parameter : walk.function.parameters) {
    const Local& local = walk.function[parameter.local];
    LocalSet owners = walk.context.origins.of(parameter.local);
    walk.found.parameters.insert(parameter.local);
    set(walk, parameter.local,
        unknown_value(walk, local.type, VarKind::kInput, owners, parameter.name,
                      walk.context.ranges.range_of(parameter.local), local.range));
  }
  // What a parameter is given is a thing of its own.
  for (uint32_t root = 0; root < walk.found.roots.size(); ++root) {
    walk.found.roots[RootId{root}].is_choice = false;
  }
}

bool same_access(const Access& a, const Access& b) {
  return a.kind == b.kind && a.is_write == b.is_write && a.root == b.root &&
         a.subscripts == b.subscripts && a.entry.local == b.entry.local && a.stmt == b.stmt &&
         a.range == b.range && a.facts.size() == b.facts.size() &&
         std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(), same_formula);
}

void remove_repeats(std::vector<Access>& accesses) {
  std::vector<Access> kept;
  for (Access& access : accesses) {
    bool repeated = std::any_of(kept.rbegin(), kept.rend(),
                                [&](const Access& other) { return same_access(access, other); });
    if (!repeated) kept.push_back(std::move(access));
  }
  accesses = std::move(kept);
}

}  // namespace

AccessWalk::AccessWalk(const AnalysisContext& of, StmtId loop)
    : context(of),
      function(of.function),
      target(loop),
      body_assigned(assigned_locals(of.function, std::get<Loop>(of.function[loop].node).body)),
      env(of.function.locals.size()),
      lists_stay(leaves_lists(of, std::get<Loop>(of.function[loop].node).body)) {}

LoopAccesses find_accesses(const AnalysisContext& context, StmtId loop) {
  AccessWalk walk(context, loop);
  add_parameters(walk);
  follow(walk, context.function.body);
  remove_repeats(walk.found.accesses);
  return std::move(walk.found);
}

}  // namespace parc::ir
