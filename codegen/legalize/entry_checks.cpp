#include "codegen/legalize/entry_checks.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// How many levels of lists a type has.
int64_t depth(const FunctionContext& ctx, ir::TypeId type) {
  int64_t levels = 0;
  while (const auto* list = ctx.types().get<ir::ListType>(type)) {
    ++levels;
    type = list->elem;
  }
  return levels;
}

// Whether two arrays or lists that must be apart are not.
CExpr meet(FunctionContext& ctx, const ir::OverlapCheck& check) {
  const int64_t levels = depth(ctx, ctx[check.first].type),
                other_levels = depth(ctx, ctx[check.second].type);
  if ((levels == 0) != (other_levels == 0)) return boolean(false);  // an array and a list
  const CExpr first = lower_held(ctx, check.first), second = lower_held(ctx, check.second);
  const CExpr condition =
      levels > 0 ? call("parc_lists_meet", {first, integer(levels), second, integer(other_levels)})
                 : call("parc_may_overlap", {first, second});
  if (!check.same_is_fine) return condition;
  const CExpr same =
      levels > 0 ? infix("==", first, second) : call("parc_same_view", {first, second});
  return conjunction(prefix("!", same), condition);
}

// Whether an array or list holds a place in memory twice.
CExpr meets_itself(FunctionContext& ctx, ir::LocalId array) {
  const int64_t levels = depth(ctx, ctx.function[array].type);
  return levels > 0 ? call("parc_list_repeats", {local(ctx, array), integer(levels)})
                    : call("parc_self_overlap", {local(ctx, array)});
}

// Adds to `reason` that arrays, or lists, which must be apart are not.
void add_overlaps(FunctionContext& ctx, const ir::LoopFacts& facts, CExpr& reason) {
  std::vector<CExpr> arrays, lists;
  for (const ir::LocalId array : facts.self_overlaps)
    (depth(ctx, ctx.function[array].type) > 0 ? lists : arrays).push_back(meets_itself(ctx, array));
  for (const ir::OverlapCheck& check : facts.overlaps)
    (depth(ctx, ctx[check.first].type) > 0 ? lists : arrays).push_back(meet(ctx, check));
  if (!lists.empty())
    reason =
        ternary(any_of(lists), string("lists that the loop needs apart are the same list"), reason);
  if (!arrays.empty())
    reason =
        ternary(any_of(arrays), string("arrays that the loop needs apart share memory"), reason);
}

// Quantities that are known before the loop, as C variables.
class Quantities {
 public:
  Quantities(FunctionContext& ctx, const std::vector<ir::EntryQuantity>& quantities)
      : ctx_(ctx), lost_(temporary(ctx)) {
    for (const ir::EntryQuantity& quantity : quantities) {
      values_.push_back(hold(ctx_, "parc_i128",
                             std::visit([&](const auto& node) { return value(node); }, quantity)));
    }
  }

  CExpr sum(const ir::Linear& form) const {
    CExpr total = cast("parc_i128", integer(form.constant));
    for (const ir::Term& term : form.terms)
      total = infix("+", total, infix("*", integer(term.factor), values_[term.var.value]));
    return total;
  }

  // `condition`, and none of the quantities is lost.
  CExpr kept(const CExpr& condition) const {
    return has_products_ ? conjunction(prefix("!", name(lost_)), condition) : condition;
  }

 private:
  CExpr value(const ir::LocalValue& node) { return cast("parc_i128", local(ctx_, node.local)); }
  CExpr value(const ir::AxisLength& node) {
    const CExpr array = local(ctx_, node.array);
    const bool is_list = ctx_.types().get<ir::ListType>(ctx_.function[node.array].type) != nullptr;
    return cast("parc_i128", is_list ? arrow(array, "length")
                                     : element(member(array, "shape"), integer(node.axis)));
  }
  // One that does not fit 64 bits is lost, and the loop is not known to be independent.
  CExpr value(const ir::Product& node) {
    if (!has_products_) emit(ctx_, CDeclare{"bool", lost_, boolean(false)});
    has_products_ = true;
    return call("parc_entry_product", {sum(node.left), sum(node.right), address(name(lost_))});
  }
  CExpr value(const ir::Quotient& node) {
    return call("parc_wide_floor_quotient", {sum(node.dividend), integer(node.divisor)});
  }

  FunctionContext& ctx_;
  std::string lost_;
  bool has_products_ = false;
  std::vector<CExpr> values_;
};

class ConditionTest {
 public:
  explicit ConditionTest(const Quantities& quantities) : quantities_(quantities) {}

  CExpr formula(const ir::Formula& node) {
    switch (node.kind) {
      case ir::FormulaKind::kTrue:
        return boolean(true);
      case ir::FormulaKind::kFalse:
      case ir::FormulaKind::kUnknown:
        return boolean(false);
      case ir::FormulaKind::kEqual:
        return infix("==", quantities_.sum(node.form), integer(0));
      case ir::FormulaKind::kAtLeast:
        return infix(">=", quantities_.sum(node.form), integer(0));
      case ir::FormulaKind::kAnd:
        return all_of(formulas(node.parts));
      case ir::FormulaKind::kOr:
        return any_of(formulas(node.parts));
    }
    __builtin_unreachable();
  }

 private:
  std::vector<CExpr> formulas(const std::vector<ir::FormulaRef>& parts) {
    std::vector<CExpr> result;
    for (const ir::FormulaRef& part : parts) result.push_back(formula(*part));
    return result;
  }

  const Quantities& quantities_;
};

// Whether the items of an index array are as the loop needs them.
CExpr items_are_fine(FunctionContext& ctx, const ir::IndexCheck& check, const CExpr& trip,
                     const CExpr& frame) {
  const Quantities quantities(ctx, check.quantities);
  const ir::TypeId type = ctx.function[check.line.array].type;
  CExpr array = local(ctx, check.line.array);
  CExpr all = element(member(array, "shape"), integer(check.line.axis));
  if (check.line.fixed.size() > 1) {
    std::vector<CExpr> arguments{array};
    for (const int64_t index : check.line.fixed) arguments.push_back(integer(index));
    array = call(concat("parc_items_along<", static_cast<int>(check.line.axis), ">"),
                 std::move(arguments));
  }
  if (const auto* list = ctx.types().get<ir::ListType>(type)) {
    all = arrow(array, "length");
    array = call(concat("parc_items_of<", c_type(ctx.context, list->elem), ">"), {array});
  }
  CExpr items = call("parc_no_items", {});
  if (check.places.empty()) items = call("parc_items_and", {items, integer(0), integer(1), all});
  for (const ir::IndexCheck::Place& place : check.places)
    items = call("parc_items_and", {items, quantities.sum(place.first), integer(place.step), trip});
  if (check.order == ir::ItemOrder::kAscending)
    return quantities.kept(call("parc_items_ascend", {name("st"), array, items}));
  std::vector<CExpr> arguments{name("st"), array, items};
  if (check.length) arguments.push_back(quantities.sum(*check.length));
  arguments.push_back(frame);
  return quantities.kept(call("parc_items_differ", arguments));
}

}  // namespace

void emit_entry_checks(FunctionContext& ctx, const ir::LoopFacts& facts, const CExpr& trip,
                       const CExpr& frame, const std::string& variable) {
  CExpr reason = null();
  const auto add = [&](const CExpr& holds, const std::string& when) {
    const std::string text =
        concat("iterations are only known to use different elements when ", when);
    reason = ternary(prefix("!", holds), string(text), reason);
  };
  // What comes later is looked at first: the passes over items are the last to be made.
  for (const ir::IndexCheck& check : facts.index_checks)
    add(items_are_fine(ctx, check, trip, frame), check.text);
  add_overlaps(ctx, facts, reason);
  for (const ir::EntryCondition& condition : facts.conditions) {
    const Quantities quantities(ctx, condition.quantities);
    const CExpr holds = ConditionTest(quantities).formula(*condition.holds);
    add(quantities.kept(holds), concat(condition.text, " holds"));
  }
  emit(ctx, CDeclare{"const char* const", variable, reason});
  if (!facts.index_checks.empty())
    emit_check(ctx, arrow(name("st"), "error"), leave_with_error(ctx));
}

}  // namespace parc::lower
