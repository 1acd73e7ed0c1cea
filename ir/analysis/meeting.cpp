#include "ir/analysis/meeting.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "ir/analysis/pair_conditions.h"

namespace parc::ir {
namespace {

// One axis has a subscript c * index + d with c != 0 and d the same in all iterations, and the
// accesses agree in it: equal subscripts mean equal iterations.
bool own_axis(const LoopAccesses& accesses, const Access& a, const Access& b) {
  if (a.kind != AccessKind::kElement || b.kind != AccessKind::kElement) return false;
  for (size_t axis = 0; axis < a.subscripts.size(); ++axis) {
    const Linear& form = a.subscripts[axis];
    if (form != b.subscripts[axis] || form.factor_of(accesses.index) == 0) continue;
    bool fixed = std::all_of(form.terms.begin(), form.terms.end(), [&](const Term& term) {
      return term.var == accesses.index || !accesses.forms[term.var].varies;
    });
    if (fixed) return true;
  }
  return false;
}

// The greatest common divisor of all factors in a difference of subscripts does not divide its
// constant: no values of the unknowns make it 0. Quick, and enough for loops that are written out
// several iterations at a time.
bool differ_by_remainder(const LoopAccesses& accesses, const Linear& a, const Linear& b) {
  int64_t divisor = 0;
  auto factor = [&](int64_t value) { divisor = std::gcd(divisor, value); };
  auto fixed = [&](const Term& term) { return !accesses.forms[term.var].varies; };
  for (const Term& term : a.terms) {
    // What does not vary is the same number on both sides.
    Wide rest = Wide{term.factor} - (fixed(term) ? b.factor_of(term.var) : 0);
    if (!Interval::of(rest).fits_int64()) return false;
    factor(static_cast<int64_t>(rest));
  }
  for (const Term& term : b.terms) {
    if (!fixed(term) || a.factor_of(term.var) == 0) factor(term.factor);
  }
  Wide distance = Wide{a.constant} - b.constant;
  return divisor > 1 && distance % divisor != 0;
}

bool differ_by_remainder(const LoopAccesses& accesses, const Access& a, const Access& b) {
  if (a.kind != AccessKind::kElement || b.kind != AccessKind::kElement) return false;
  for (size_t axis = 0; axis < a.subscripts.size(); ++axis) {
    if (differ_by_remainder(accesses, a.subscripts[axis], b.subscripts[axis])) return true;
  }
  return false;
}

// The first unknown, also behind definitions, that has no description.
class ObstacleSearch {
 public:
  explicit ObstacleSearch(const Forms& forms) : forms_(forms) {}

  Obstacle in(const Linear& form) {
    for (const Term& term : form.terms) {
      Obstacle found = in(term.var);
      if (found.kind != ObstacleKind::kNone) return found;
    }
    return {};
  }
  Obstacle in(const FormulaRef& formula) {
    if (formula->kind == FormulaKind::kUnknown) return {ObstacleKind::kOpaque, formula->range, ""};
    Obstacle found = in(formula->form);
    for (const FormulaRef& part : formula->parts) {
      if (found.kind == ObstacleKind::kNone) found = in(part);
    }
    return found;
  }

 private:
  Obstacle in(Var var) {
    if (!seen_.insert(var).second) return {};
    const VarInfo& info = forms_[var];
    if (info.kind == VarKind::kElement) return {ObstacleKind::kElement, info.source, info.name};
    if (info.kind == VarKind::kOpaque) return {ObstacleKind::kOpaque, info.source, info.name};
    return in(info.definition);
  }

  const Forms& forms_;
  std::set<Var> seen_;
};

Obstacle find_obstacle(const LoopAccesses& accesses, const Access& a, const Access& b) {
  for (const Access* access : {&a, &b}) {
    if (access->is_call) return {ObstacleKind::kCall, access->range, ""};
    if (access->kind == AccessKind::kWhole) return {ObstacleKind::kView, access->range, ""};
  }
  ObstacleSearch search(accesses.forms);
  for (const Access* access : {&a, &b}) {
    for (const Linear& subscript : access->subscripts) {
      Obstacle found = search.in(subscript);
      if (found.kind != ObstacleKind::kNone) return found;
    }
  }
  return {};
}

int64_t value_of(const Linear& form, const std::vector<int64_t>& point) {
  Wide sum = form.constant;
  for (const Term& term : form.terms) sum += Wide{term.factor} * point[term.var.value];
  return static_cast<int64_t>(sum);
}

// Adds the names and values behind the subscripts, and a condition that depends on data.
void describe_inputs(const LoopAccesses& accesses, PairConditions& conditions, const Access& a,
                     const Access& b, const std::vector<int64_t>& point, Witness& witness) {
  std::set<Var> named;
  auto name = [&](Var var, const auto& name) -> void {
    const VarInfo& info = accesses.forms[var];
    if (const Product* product = std::get_if<Product>(&info.origin)) {
      for (const Linear* side : {&product->left, &product->right}) name(only_var(*side), name);
    }
    if (info.varies || info.name.empty() || !named.insert(var).second) return;
    int64_t value = value_of(conditions.rename(Linear::of(var), 0), point);
    witness.symbols.emplace_back(info.name, value);
  };
  for (const Access* access : {&a, &b}) {
    for (const Linear& subscript : access->subscripts) {
      for (const Term& term : subscript.terms) {
        name(term.var, name);
        for_each_var(accesses.forms[term.var].definition, [&](Var var) { name(var, name); });
      }
    }
    for (const FormulaRef& fact : access->facts) {
      Obstacle doubt = ObstacleSearch(accesses.forms).in(fact);
      if (doubt.kind != ObstacleKind::kNone && witness.condition == SourceRange{}) {
        witness.condition = doubt.range;
      }
    }
  }
}

// Which of the two iterations is the earlier one, and how far apart they are.
struct Order {
  FormulaRef condition;
  bool in_order;
};

// Small numbers are easier to follow, and negative ones are last.
std::vector<std::vector<FormulaRef>> limits_of(PairConditions& conditions) {
  if (!conditions.has_products()) {
    return {conditions.small(0, 3),
            conditions.small(0, 9),
            conditions.small(-3, 3),
            conditions.small(-99, 99),
            {}};
  }
  std::vector<std::vector<FormulaRef>> limits;
  for (int64_t factor : {2, 3, 1, 0, -1}) {
    limits.push_back(conditions.small(-20, 20));
    for (FormulaRef& condition : conditions.with_factor(factor)) {
      limits.back().push_back(std::move(condition));
    }
  }
  return limits;
}

// Neighbours first: they are easier to follow. With a read, the orders in which it needs what the
// other wrote before those in which the other must wait for it: a second array helps only there.
std::vector<Order> orders_of(const Linear& a, const Linear& b, bool a_writes, bool b_writes) {
  auto next = [](const Linear& x, const Linear& y) { return equal(*add(x, Linear::of(1)), y); };
  Order a_next{next(a, b), true}, a_first{less(a, b), true};
  Order b_next{next(b, a), false}, b_first{less(b, a), false};
  if (a_writes && b_writes) return {a_next, b_next, a_first, b_first};
  if (a_writes) return {a_next, a_first, b_next, b_first};
  return {b_next, b_first, a_next, a_first};
}

}  // namespace

bool MeetingTest::can_meet(const Access& a, const Access& b) {
  if (own_axis(accesses_, a, b) || differ_by_remainder(accesses_, a, b)) return false;
  PairConditions conditions(accesses_);
  conditions.add_meeting(a, b);
  std::vector<FormulaRef> all = conditions.all();
  all.push_back(negate(equal(conditions.first(), conditions.second())));
  return solver_.solve(conditions.unknowns(), all, false).solution != Solution::kNone;
}

MeetingResult MeetingTest::test(const Access& a, const Access& b) {
  MeetingResult result;
  if (own_axis(accesses_, a, b) || differ_by_remainder(accesses_, a, b)) return result;
  PairConditions conditions(accesses_);
  conditions.add_meeting(a, b);
  Linear first = conditions.first();
  Linear second = conditions.second();
  std::vector<Linear> element;
  for (const Linear& subscript : a.subscripts) element.push_back(conditions.rename(subscript, 0));
  Linear first_value = conditions.rename(accesses_.variable_value, 0);
  Linear second_value = conditions.rename(accesses_.variable_value, 1);
  auto ask = [&](const FormulaRef& order, const std::vector<FormulaRef>& more, bool want_point) {
    std::vector<FormulaRef> all = conditions.all();
    all.push_back(order);
    all.insert(all.end(), more.begin(), more.end());
    return solver_.solve(conditions.unknowns(), all, want_point);
  };
  SolverAnswer answer = ask(negate(equal(first, second)), {}, false);
  if (answer.solution == Solution::kNone) return result;
  result.meeting = Meeting::kNotKnown;
  result.obstacle = find_obstacle(accesses_, a, b);
  if (result.obstacle.kind != ObstacleKind::kNone) return result;
  result.obstacle.kind = ObstacleKind::kQuota;
  result.obstacle.range = a.range;
  Witness& witness = result.witness;
  answer.solution = Solution::kNone;
  for (const std::vector<FormulaRef>& limit : limits_of(conditions)) {
    for (const Order& order : orders_of(first, second, a.is_write, b.is_write)) {
      if (answer.solution == Solution::kSome) break;
      answer = ask(order.condition, limit, true);
      witness.in_order = order.in_order;
      bool is_true = answer.solution == Solution::kSome && conditions.is_true_point(answer.point);
      if (!is_true) answer.solution = Solution::kNone;
    }
  }
  if (answer.solution != Solution::kSome) return result;
  result.meeting = Meeting::kHappens;
  result.obstacle = {};
  witness.first = value_of(first_value, answer.point);
  witness.second = value_of(second_value, answer.point);
  for (const Linear& form : element) witness.element.push_back(value_of(form, answer.point));
  describe_inputs(accesses_, conditions, a, b, answer.point, witness);
  return result;
}

}  // namespace parc::ir
