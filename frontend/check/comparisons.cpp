#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/logic.h"
#include "frontend/check/type_join.h"
#include "ir/numeric.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;
using syntax::CompareOp;
using syntax::ExprId;

std::optional<ir::CompareOp> ir_compare(CompareOp op) {
  switch (op) {
    case CompareOp::kLt:
      return ir::CompareOp::kLt;
    case CompareOp::kLe:
      return ir::CompareOp::kLe;
    case CompareOp::kGt:
      return ir::CompareOp::kGt;
    case CompareOp::kGe:
      return ir::CompareOp::kGe;
    case CompareOp::kEq:
      return ir::CompareOp::kEq;
    case CompareOp::kNe:
      return ir::CompareOp::kNe;
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn:
      return std::nullopt;
  }
  return std::nullopt;
}

// Whether == of the two is defined: scalars, or tuples of one length all the way down.
bool comparable(Context& c, TypeId left, TypeId right) {
  const auto* left_tuple = c.types().get<ir::TupleType>(left);
  const auto* right_tuple = c.types().get<ir::TupleType>(right);
  if (!left_tuple && !right_tuple) {
    return !kinds_of(c.types(), left).empty() && !kinds_of(c.types(), right).empty();
  }
  if (!left_tuple || !right_tuple) return false;
  if (left_tuple->elements.size() != right_tuple->elements.size()) return false;
  for (size_t at = 0; at < left_tuple->elements.size(); ++at) {
    if (!comparable(c, left_tuple->elements[at], right_tuple->elements[at])) return false;
  }
  return true;
}

std::optional<TypeId> result_of(Context& c, ir::CompareOp op, TypeId left, TypeId right) {
  std::vector<Kind> results;
  for (Kind left_kind : kinds_of(c.types(), left)) {
    for (Kind right_kind : kinds_of(c.types(), right)) {
      std::optional<Kind> kind = ir::compare_kind(op, left_kind, right_kind);
      if (!kind) return std::nullopt;
      results.push_back(*kind);
    }
  }
  return type_of_kinds(c.types(), std::move(results));
}

Value compare_tuples(Context& c, ir::CompareOp op, const Value& left, const Value& right,
                     SourceRange range) {
  if (op != ir::CompareOp::kEq && op != ir::CompareOp::kNe) {
    c.diagnostics
        .emit(Diag::kUnsupportedExpression, range, "the order of tuples is not supported yet")
        .note("compare their elements");
    return make_error(c, range);
  }
  const auto* left_tuple = c.types().get<ir::TupleType>(left.type);
  const auto* right_tuple = c.types().get<ir::TupleType>(right.type);
  if (left_tuple->elements.size() != right_tuple->elements.size()) {
    return make_bool(c, op == ir::CompareOp::kNe, range);
  }
  if (!comparable(c, left.type, right.type)) {
    return report_types(c, range, "these tuples hold what cannot be compared", {left, right});
  }
  return make(c, ir::Compare{op, left.expr, right.expr}, c.types().scalar(Kind::kBool), range);
}

// `x is None` and its kin are known from the types.
Value compare_identity(Context& c, CompareOp op, const Value& left, const Value& right,
                       SourceRange range) {
  if (is_error(c, left) || is_error(c, right)) return make_error(c, range);
  TypeId none = c.types().none();
  if (left.type != none && right.type != none) {
    c.diagnostics
        .emit(Diag::kUnsupportedExpression, range, "`is` of numbers and arrays is not supported")
        .note("write == for numbers");
    return make_error(c, range);
  }
  return make_bool(c, (left.type == right.type) == (op == CompareOp::kIs), range);
}

// `x in (a, b)`: x == a or x == b.
Value compare_membership(Context& c, CompareOp op, const Value& left, const Value& right,
                         SourceRange range) {
  if (is_error(c, left) || is_error(c, right)) return make_error(c, range);
  const auto* tuple = c.types().get<ir::TupleType>(right.type);
  if (!tuple) {
    c.diagnostics
        .emit(Diag::kUnsupportedExpression, range,
              concat("`in` takes a tuple here, not ", spell(c, right.type)))
        .note("write it as a loop");
    return make_error(c, range);
  }
  std::vector<TypeId> elements = tuple->elements;
  Value item = reusable(c, left), whole = reusable(c, right);
  TypeId bool_type = c.types().scalar(Kind::kBool);
  Value result = make_bool(c, false, range);
  for (uint32_t at = 0; at < elements.size(); ++at) {
    Value element = make(c, ir::TupleGet{again(c, whole).expr, at}, elements[at], range);
    Value test = apply_compare(c, ir::CompareOp::kEq, again(c, item), element, range);
    if (is_error(c, test)) return test;
    test = truth_of(c, test);
    result = at == 0 ? test : make(c, ir::Logic{false, result.expr, test.expr}, bool_type, range);
  }
  if (op == CompareOp::kIn) return result;
  return make(c, ir::Not{result.expr}, bool_type, range);
}

Value compare_pair(Context& c, CompareOp op, const Value& left, const Value& right,
                   SourceRange range) {
  if (std::optional<ir::CompareOp> plain = ir_compare(op)) {
    return apply_compare(c, *plain, left, right, range);
  }
  if (op == CompareOp::kIs || op == CompareOp::kIsNot) {
    return compare_identity(c, op, left, right, range);
  }
  return compare_membership(c, op, left, right, range);
}

// `x in [a, b]` reads like a tuple.
Value check_right(Context& c, CompareOp op, ExprId id) {
  const auto* list = syntax::get<syntax::List>(c.tree(), id);
  if (!list || (op != CompareOp::kIn && op != CompareOp::kNotIn)) return check_expr(c, id);
  Operands operands(c);
  ir::MakeTuple made;
  std::vector<TypeId> types;
  for (ExprId element : list->elements) operands.add([&] { return check_expr(c, element); });
  for (const Value& value : operands.values()) {
    if (is_error(c, value)) return value;
    made.elements.push_back(value.expr);
    types.push_back(value.type);
  }
  return make(c, std::move(made), c.types().tuple(std::move(types)), range_of(c, id));
}

// The comparison of number `at` and, when it holds, those after it. They are nested to the right,
// so that what is evaluated for one stands in the block that the later ones stand in.
Value compare_rest(Context& c, const syntax::Compare& node, size_t at, const Value& left,
                   const Value& right, bool as_condition, SourceRange range) {
  Value first = compare_pair(c, node.ops[at], left, right, range);
  if (at + 1 == node.ops.size()) return first;
  return lazy_logic(c, true, first, as_condition, range, [&] {
    Value shared = again(c, right);
    Value next = check_right(c, node.ops[at + 1], node.rights[at + 1]);
    bool last = at + 2 == node.ops.size();
    if (!last && !is_error(c, next) && !is_simple(c, next.expr)) next = to_temporary(c, next);
    return compare_rest(c, node, at + 1, shared, next, as_condition, range);
  });
}

}  // namespace

Value apply_compare(Context& c, ir::CompareOp op, const Value& left, const Value& right,
                    SourceRange range) {
  if (is_error(c, left) || is_error(c, right)) return make_error(c, range);
  bool equality = op == ir::CompareOp::kEq || op == ir::CompareOp::kNe;
  if (c.types().get<ir::TupleType>(left.type) && c.types().get<ir::TupleType>(right.type)) {
    return compare_tuples(c, op, left, right, range);
  }
  TypeId none = c.types().none();
  if (equality && (left.type == none || right.type == none)) {
    return make_bool(c, (left.type == right.type) == (op == ir::CompareOp::kEq), range);
  }
  if (std::optional<TypeId> type = result_of(c, op, left.type, right.type)) {
    return make(c, ir::Compare{op, left.expr, right.expr}, *type, range);
  }
  want_axes(c, left);
  want_axes(c, right);
  return report_types(c, range,
                      concat("`", ir::spelling(op), "` does not compare ", spell(c, left.type),
                             " with ", spell(c, right.type)),
                      {left, right});
}

Value check_comparison(Context& c, ExprId id, bool as_condition) {
  const auto& node = *syntax::get<syntax::Compare>(c.tree(), id);
  SourceRange range = range_of(c, id);
  if (node.ops.size() == 1 && (is_wide_int(c, node.left) || is_wide_int(c, node.rights[0]))) {
    auto [wide_left, wide_right] = check_operands(c, node.left, node.rights[0], true);
    return compare_pair(c, node.ops[0], wide_left, wide_right, range);
  }
  Operands operands(c);
  operands.add([&] { return check_expr(c, node.left); });
  operands.add([&] { return check_right(c, node.ops[0], node.rights[0]); });
  Value left = operands[0], right = operands[1];
  if (node.ops.size() == 1) return compare_pair(c, node.ops[0], left, right, range);

  // a < b < c: b is evaluated once; c only when a < b.
  if (!is_error(c, right) && !is_simple(c, right.expr)) {
    if (!is_error(c, left) && !is_simple(c, left.expr)) left = to_temporary(c, left);
    right = to_temporary(c, right);
  }
  return compare_rest(c, node, 0, left, right, as_condition, range);
}

}  // namespace parc::check
