#include "frontend/check/logic.h"

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "frontend/check/variables.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

// What was checked where it may not be evaluated.
struct Branch {
  Value value;
  ir::Block block;
};

Branch check_branch(Context& c, const std::function<Value()>& check) {
  Branch branch;
  branch.block = in_block(c, [&] { branch.value = check(); });
  return branch;
}

Value negate(Context& c, const Value& condition) {
  return make(c, ir::Not{condition.expr}, condition.type, condition.range);
}

std::optional<TypeId> join_or_report(Context& c, const Value& left, const Value& right,
                                     SourceRange range) {
  std::optional<TypeId> type = join_types(c.types(), left.type, right.type);
  if (!type) {
    c.diagnostics
        .emit(Diag::kCannotJoin, range,
              concat("this is ", spell(c, left.type), " in one case and ", spell(c, right.type),
                     " in the other, which no variable can hold"))
        .label(left.range, spell(c, left.type))
        .label(right.range, spell(c, right.type));
  }
  return type;
}

// Both operands are of this bool kind.
bool are(Context& c, const Value& left, const Value& right, Kind kind) {
  return left.type == c.types().scalar(kind) && right.type == c.types().scalar(kind);
}

Value combine(Context& c, bool is_and, const Value& left, const Value& right, bool as_condition,
              SourceRange range) {
  TypeId bool_type = c.types().scalar(Kind::kBool);
  if (as_condition || are(c, left, right, Kind::kBool) || are(c, left, right, Kind::kNpBool)) {
    Value logic = make(c, ir::Logic{is_and, truth_of(c, left).expr, truth_of(c, right).expr},
                       bool_type, range);
    if (as_condition || left.type == bool_type) return logic;
    return make(c, ir::Convert{logic.expr}, left.type, range);
  }
  std::optional<TypeId> type = join_or_report(c, left, right, range);
  if (!type) return make_error(c, range);
  Value condition = truth_of(c, left);
  ir::ExprId kept = coerce(c, again(c, left), *type);
  ir::ExprId other = coerce(c, right, *type);
  return make(c, ir::Select{condition.expr, is_and ? other : kept, is_and ? kept : other}, *type,
              range);
}

// As statements: the right operand needs some of its own.
Value combine_by_if(Context& c, bool is_and, const Value& left, Branch& right, bool as_condition,
                    SourceRange range) {
  std::optional<TypeId> type =
      as_condition ? c.types().scalar(Kind::kBool) : join_or_report(c, left, right.value, range);
  if (!type) return make_error(c, range);
  ir::LocalId result = new_temporary(c, *type, range);
  Value first = as_condition ? truth_of(c, left) : left;
  emit(c, ir::Assign{result, coerce(c, first, *type)}, range);
  ir::Block rest = in_block(c, [&] {
    *c.block = right.block;
    Value second = as_condition ? truth_of(c, right.value) : right.value;
    emit(c, ir::Assign{result, coerce(c, second, *type)}, range);
  });
  Value condition = truth_of(c, read_local(c, result, range));
  if (!is_and) condition = negate(c, condition);
  emit(c, ir::If{condition.expr, std::move(rest), {}}, range);
  return read_local(c, result, range);
}

}  // namespace

Value lazy_logic(Context& c, bool is_and, const Value& left, bool as_condition, SourceRange range,
                 const std::function<Value()>& check_right) {
  Value first = left;
  if (!is_error(c, first) && !as_condition && !kinds_of(c.types(), first.type).empty() &&
      first.type != c.types().scalar(Kind::kBool) &&
      first.type != c.types().scalar(Kind::kNpBool)) {
    first = reusable(c, first);
  }
  Environment before = c.env;
  Branch right = check_branch(c, check_right);
  c.env = join(c.flow(), before, c.env, all_names(c));
  if (is_error(c, first) || is_error(c, right.value)) return make_error(c, range);
  if (!right.block.empty()) return combine_by_if(c, is_and, first, right, as_condition, range);
  return combine(c, is_and, first, right.value, as_condition, range);
}

Value check_bool_op(Context& c, syntax::ExprId id, bool as_condition) {
  const auto& node = *syntax::get<syntax::BoolOp>(c.tree(), id);
  auto check = [&](syntax::ExprId operand) {
    return as_condition ? check_condition(c, operand) : check_expr(c, operand);
  };
  Value result = check(node.values[0]);
  for (size_t at = 1; at < node.values.size(); ++at) {
    result = lazy_logic(c, node.is_and, result, as_condition, range_of(c, id),
                        [&] { return check(node.values[at]); });
  }
  return result;
}

Value check_conditional(Context& c, syntax::ExprId id) {
  const auto& node = *syntax::get<syntax::Conditional>(c.tree(), id);
  SourceRange range = range_of(c, id);
  Value condition = check_condition(c, node.test);
  Environment before = c.env;
  Branch then = check_branch(c, [&] { return check_expr(c, node.body); });
  Environment after_then = std::exchange(c.env, before);
  Branch orelse = check_branch(c, [&] { return check_expr(c, node.orelse); });
  c.env = join(c.flow(), after_then, c.env, all_names(c));
  // A call that is still to be typed (recursion) leaves the type to the other branch.
  if (is_error(c, condition)) return make_error(c, range);
  if (is_error(c, then.value))
    return is_error(c, orelse.value) ? make_error(c, range) : orelse.value;
  if (is_error(c, orelse.value)) return then.value;
  std::optional<TypeId> type = join_or_report(c, then.value, orelse.value, range);
  if (!type) return make_error(c, range);
  int origin = then.value.origin != kNoOrigin ? then.value.origin : orelse.value.origin;
  Value result;
  if (then.block.empty() && orelse.block.empty()) {
    ir::ExprId then_value = coerce(c, then.value, *type);
    ir::ExprId else_value = coerce(c, orelse.value, *type);
    result = make(c, ir::Select{condition.expr, then_value, else_value}, *type, range);
  } else {
    ir::LocalId local = new_temporary(c, *type, range);
    for (Branch* branch : {&then, &orelse}) {
      branch->block = in_block(c, [&] {
        *c.block = std::move(branch->block);
        emit(c, ir::Assign{local, coerce(c, branch->value, *type)}, branch->value.range);
      });
    }
    emit(c, ir::If{condition.expr, std::move(then.block), std::move(orelse.block)}, range);
    result = read_local(c, local, range);
  }
  result.origin = origin;
  return result;
}

Value check_condition(Context& c, syntax::ExprId id) {
  if (syntax::get<syntax::BoolOp>(c.tree(), id)) return check_bool_op(c, id, true);
  if (syntax::get<syntax::Compare>(c.tree(), id)) {
    return truth_of(c, check_comparison(c, id, true));
  }
  return truth_of(c, check_expr(c, id));
}

Value truth_of(Context& c, const Value& value) {
  if (is_error(c, value)) return value;
  TypeId bool_type = c.types().scalar(Kind::kBool);
  if (value.type == bool_type) return value;
  if (!kinds_of(c.types(), value.type).empty()) {
    if (std::optional<int64_t> known = known_int(c, value)) {
      return make_bool(c, *known != 0, value.range);
    }
    return make(c, ir::Truth{value.expr}, bool_type, value.range);
  }
  if (value.type == c.types().none()) return make_bool(c, false, value.range);
  if (const auto* tuple = c.types().get<ir::TupleType>(value.type)) {
    return make_bool(c, !tuple->elements.empty(), value.range);
  }
  if (c.types().get<ir::ListType>(value.type)) {
    Value length = make(c, ir::ListLength{value.expr}, c.types().scalar(Kind::kInt), value.range);
    return make(c, ir::Truth{length.expr}, bool_type, value.range);
  }
  return report_types(c, value.range,
                      concat("the truth of ", spell(c, value.type), " is not supported"), {value});
}

}  // namespace parc::check
