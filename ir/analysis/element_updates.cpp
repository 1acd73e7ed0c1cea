#include "ir/analysis/element_updates.h"

#include <algorithm>
#include <optional>

#include "ir/analysis/comparison.h"
#include "ir/analysis/total.h"
#include "ir/analysis/truth.h"
#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

// Every mention of locals in a function.
struct Mentions {
  std::vector<int> assignments, reads;

  explicit Mentions(const Function& function)
      : assignments(function.locals.size()), reads(function.locals.size()) {
    for (const Parameter& parameter : function.parameters) ++assignments[parameter.local.value];
    walk_stmts(function, function.body, [&](StmtId id) {
      if (const Assign* assign = stmt_if<Assign>(function, id)) ++assignments[assign->target.value];
      if (const Loop* loop = stmt_if<Loop>(function, id)) ++assignments[loop->index.value];
      if (const CheckBound* check = stmt_if<CheckBound>(function, id)) ++reads[check->flag.value];
    });
    walk_exprs(function, function.body, [&](ExprId id) {
      if (LocalId local = read_local(function, id); local.valid()) ++reads[local.value];
    });
  }
};

class Finder {
 public:
  Finder(const Module& module, const Function& function)
      : module_(module), function_(function), mentions_(function) {}

  void block(const Block& body) {
    for (size_t at = 0; at < body.size(); ++at) {
      if (take(body, at)) continue;
      for_each_block(function_[body[at]].node, [&](const Block& inner) { block(inner); });
    }
  }

  std::vector<FoundUpdate> found;

 private:
  bool take(const Block& body, size_t at) {
    StmtId stmt = body[at];
    const If* branch = stmt_if<If>(function_, stmt);
    bool stores_one = branch && branch->then_body.size() == 1 && branch->else_body.empty();
    StmtId store = stores_one ? branch->then_body.front() : stmt;
    Element element = stored_element(function_, store);
    if (!element.container.valid()) return false;
    std::vector<StmtId> copies = copies_before(body, at, element);
    Subject subject(module_, function_, element, targets(copies));
    std::optional<Update> update =
        branch ? match_branch(stmt, *branch, store, subject) : match_store(stmt, subject);
    if (!update) return false;
    FoundUpdate result{{stmt, store, copies}, std::move(element), std::move(*update), {}};
    collect_loads(result);
    found.push_back(std::move(result));
    return true;
  }

  std::vector<LocalId> targets(const std::vector<StmtId>& copies) const {
    std::vector<LocalId> locals;
    for (StmtId copy : copies) locals.push_back(std::get<Assign>(function_[copy].node).target);
    return locals;
  }

  // Assignments of the element to locals that nothing but the statement reads. Between them and the
  // statement nothing happens but other assignments.
  std::vector<StmtId> copies_before(const Block& body, size_t end, const Element& element) const {
    std::vector<StmtId> copies;
    for (size_t at = end; at-- > 0;) {
      const Assign* assign = stmt_if<Assign>(function_, body[at]);
      if (!assign || calls(assign->value) || names(element, assign->target)) break;
      if (!same_element(function_, loaded_element(function_, assign->value), element)) continue;
      if (mentions_.assignments[assign->target.value] != 1) continue;
      int reads = 0;
      walk_exprs(function_, {body[end]},
                 [&](ExprId id) { reads += read_local(function_, id) == assign->target; });
      if (reads == mentions_.reads[assign->target.value]) copies.push_back(body[at]);
    }
    return copies;
  }
  bool calls(ExprId root) const {
    bool found_call = false;
    walk_expr(function_, root, [&](ExprId id) {
      found_call = found_call || expr_if<Call>(function_, id) != nullptr;
    });
    return found_call;
  }
  bool names(const Element& element, LocalId local) const {
    bool found_name = count_reads(function_, element.container, local) > 0;
    for (ExprId index : element.indices) {
      found_name = found_name || count_reads(function_, index, local) > 0;
    }
    return found_name;
  }

  std::optional<Update> match_store(StmtId stmt, const Subject& subject) const {
    ExprId value = strip_same_kind(stored_value(function_, stmt));
    if (!subject.is_read(value)) return {};
    std::optional<Update> update =
        match_assignment(module_, function_, stmt, value, subject).update;
    if (update && update->lazy && !others_are_total(value, subject)) return {};
    return update;
  }
  // `np.int32(h[k] + e)` of what is one already.
  ExprId strip_same_kind(ExprId value) const {
    const Convert* convert = expr_if<Convert>(function_, value);
    bool same = convert && function_[convert->operand].type == function_[value].type;
    return same ? convert->operand : value;
  }
  // Whether an operand that Python may leave out can be evaluated all the same.
  bool others_are_total(ExprId value, const Subject& subject) const {
    return is_total(module_, function_, value, [&](ExprId id) { return subject.is_value(id); });
  }

  // `if e > x: x = e`, perhaps behind other conditions; `if not x: x = e` of a bool.
  std::optional<Update> match_branch(StmtId stmt, const If& branch, StmtId store,
                                     const Subject& subject) const {
    ExprId value = stored_value(function_, store);
    if (!subject.is_read(branch.condition) || subject.is_read(value)) return {};
    ExprId condition = branch.condition;
    for (const Logic* logic; (logic = expr_if<Logic>(function_, condition)) && logic->is_and;) {
      if (subject.is_read(logic->left)) return {};
      condition = logic->right;
    }
    if (is_bool_type(module_.types, subject.type())) {
      return match_decided(stmt, condition, value, subject);
    }
    std::optional<ExtremeTest> test = match_test(module_, function_, condition, subject, true);
    if (!test || !same_number(module_, function_, test->candidate, value)) return {};
    ReductionOp op = is_maximum(test->compare) ? ReductionOp::kMax : ReductionOp::kMin;
    return Update{stmt, op, {test->compare, test->nan, {}}};
  }
  std::optional<Update> match_decided(StmtId stmt, ExprId condition, ExprId value,
                                      const Subject& subject) const {
    const Not* negation = expr_if<Not>(function_, condition);
    if (negation) condition = negation->operand;
    if (!subject.is_value(strip_truth(function_, condition))) return {};
    if (!others_are_total(value, subject)) return {};
    return Update{stmt, negation ? ReductionOp::kOr : ReductionOp::kAnd, {}, true};
  }

  void collect_loads(FoundUpdate& result) const {
    auto add = [&](ExprId id) {
      if (same_element(function_, loaded_element(function_, id), result.element)) {
        result.loads.push_back(id);
      }
    };
    walk_exprs(function_, {result.place.stmt}, add);
    for (StmtId copy : result.place.copies) add(std::get<Assign>(function_[copy].node).value);
  }

  const Module& module_;
  const Function& function_;
  Mentions mentions_;
};

}  // namespace

ExprId stored_value(const Function& function, StmtId stmt) {
  if (const Store* store = stmt_if<Store>(function, stmt)) return store->value;
  return stmt_if<ListSet>(function, stmt)->value;
}

std::vector<FoundUpdate> find_element_updates(const Module& module, const Function& function,
                                              const Block& body) {
  Finder finder(module, function);
  finder.block(body);
  return std::move(finder.found);
}

}  // namespace parc::ir
