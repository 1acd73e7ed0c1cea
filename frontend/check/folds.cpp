// sum, math.prod, any, all, min and max of one iterable: serial loops with a temporary, or one
// expression for the elements of a short tuple.
#include "frontend/check/folds.h"

#include <algorithm>

#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

struct NumberFold : Fold {
  // The type that a running total may have: that of the start, and of what `op` gives.
  std::optional<TypeId> total_type(ir::BinaryOp op, TypeId start, TypeId item) {
    std::optional<TypeId> total = start;
    for (int round = 0; round < ir::kKindCount && total; ++round) {
      std::vector<Kind> kinds = kinds_of(c.types(), *total);
      for (Kind left : kinds_of(c.types(), *total)) {
        for (Kind right : kinds_of(c.types(), item)) {
          std::optional<Kind> kind = ir::binary_kind(op, left, right);
          if (!kind) return std::nullopt;
          kinds.push_back(*kind);
        }
      }
      std::optional<TypeId> next = type_of_kinds(c.types(), std::move(kinds));
      if (next == total) return total;
      total = next;
    }
    return total;
  }

  Value total(ir::BinaryOp op, const Value& start) {
    TypeId item_type = c.types().error();
    in_block(c, [&] { item_type = number_at(make_int(c, 0, site.range)).type; });
    if (c.types().is_error(item_type)) return make_error(c, site.range);
    std::optional<TypeId> type = total_type(op, start.type, item_type);
    if (!type) {
      return report_types(c, site.range,
                          concat("the items are ", spell(c, item_type), ", which do not fit"), {});
    }
    ir::LocalId total = new_temporary(c, *type, site.range);
    emit(c, ir::Assign{total, coerce(c, start, *type)}, site.range);
    loop([&](const Value& item) {
      Value added = apply_binary(c, op, read_local(c, total, site.range), item, site.range);
      if (!is_error(c, added)) {
        emit(c, ir::Assign{total, coerce(c, added, *type)}, site.range);
      }
    });
    return read_local(c, total, site.range);
  }

  Value any_or_all(bool is_any) {
    TypeId bool_type = c.types().scalar(Kind::kBool);
    ir::LocalId result = new_temporary(c, bool_type, site.range);
    emit(c, ir::Assign{result, make_bool(c, !is_any, site.range).expr}, site.range);
    loop([&](const Value& item) {
      Value decided = truth_of(c, item);
      if (!is_any) decided = make(c, ir::Not{decided.expr}, bool_type, site.range);
      ir::Block leave = in_block(c, [&] {
        emit(c, ir::Assign{result, make_bool(c, is_any, site.range).expr}, site.range);
        emit(c, ir::Break{}, site.range);
      });
      emit(c, ir::If{decided.expr, std::move(leave), {}}, site.range);
    });
    return read_local(c, result, site.range);
  }

  Value extreme(bool is_max) {
    TypeId bool_type = c.types().scalar(Kind::kBool);
    items.count = to_temporary(c, items.count);
    Value empty =
        apply_compare(c, ir::CompareOp::kEq, items.count, make_int(c, 0, site.range), site.range);
    ir::Block fail = in_block(c, [&] {
      ir::Raise raise{"ValueError", {ir::RaiseArgument{}}};
      raise.args[0].parts.push_back(
          {concat(is_max ? "max" : "min", "() arg is an empty sequence"), {}, 0, ""});
      emit(c, std::move(raise), site.range);
    });
    emit(c, ir::If{empty.expr, std::move(fail), {}}, site.range);
    items.count = again(c, items.count);
    Value first = number_at(make_int(c, 0, site.range));
    if (is_error(c, first)) return first;
    ir::LocalId best = new_temporary(c, first.type, site.range);
    emit(c, ir::Assign{best, first.expr}, site.range);
    bool comparable = true;
    loop([&](const Value& item) {
      Value next = to_temporary(c, item);
      Value better = apply_compare(c, is_max ? ir::CompareOp::kGt : ir::CompareOp::kLt, next,
                                   read_local(c, best, site.range), site.range);
      comparable = !is_error(c, better);
      if (!comparable) return;
      ir::Block replace =
          in_block(c, [&] { emit(c, ir::Assign{best, again(c, next).expr}, site.range); });
      ir::ExprId test = better.type == bool_type ? better.expr : truth_of(c, better).expr;
      emit(c, ir::If{test, std::move(replace), {}}, site.range);
    });
    return comparable ? read_local(c, best, site.range) : make_error(c, site.range);
  }
};

// The elements when the argument is written as a tuple or list of a few items.
const std::vector<syntax::ExprId>* displayed(const Context& c, syntax::ExprId arg) {
  const std::vector<syntax::ExprId>* elements = nullptr;
  if (const auto* tuple = syntax::get<syntax::Tuple>(c.tree(), arg)) elements = &tuple->elements;
  if (const auto* list = syntax::get<syntax::List>(c.tree(), arg)) elements = &list->elements;
  return elements && !elements->empty() && elements->size() <= 32 ? elements : nullptr;
}

// `values` are the elements, for sum and prod with the start behind them.
Value fold_elements(Context& c, const CallSite& site, const std::string& name,
                    std::vector<Value> values) {
  for (const Value& value : values) {
    if (is_error(c, value)) return value;
    if (kinds_of(c.types(), value.type).empty()) {
      return report_types(c, site.range,
                          concat(name, " of ", spell(c, value.type), " is not supported"), {value});
    }
  }
  if (name == "min" || name == "max") {
    return values.size() == 1 ? values[0] : extreme_of(c, site, std::move(values), name == "max");
  }
  if (name == "any" || name == "all") {
    // All elements of a tuple are evaluated, whatever the first ones say.
    Value result = truth_of(c, values[0]);
    for (size_t at = 1; at < values.size(); ++at) {
      Value next =
          truth_of(c, is_simple(c, values[at].expr) ? values[at] : to_temporary(c, values[at]));
      result = make(c, ir::Logic{name == "all", result.expr, next.expr}, result.type, site.range);
    }
    return result;
  }
  Value total = values.back();
  for (size_t at = 0; at + 1 < values.size(); ++at) {
    ir::BinaryOp op = name == "sum" ? ir::BinaryOp::kAdd : ir::BinaryOp::kMul;
    total = apply_binary(c, op, total, values[at], site.range);
  }
  return total;
}

}  // namespace

Value Fold::number_at(const Value& index) const {
  Value item = items.item(index);
  if (!is_error(c, item) && kinds_of(c.types(), item.type).empty()) {
    want_axes(c, item);
    return report_types(c, site.range,
                        concat("the items are ", spell(c, item.type), ", not numbers"), {});
  }
  return item;
}

Value to_float(Context& c, const CallSite& site, const Value& value) {
  if (is_error(c, value)) return value;
  std::vector<Kind> kinds = kinds_of(c.types(), value.type);
  if (kinds.empty() || std::any_of(kinds.begin(), kinds.end(), ir::is_complex)) {
    return report_types(c, site.range, concat(spell(c, value.type), " is no real number"), {value});
  }
  TypeId type = c.types().scalar(Kind::kFloat);
  return value.type == type ? value : make(c, ir::Convert{value.expr}, type, value.range);
}

bool is_display(const Context& c, syntax::ExprId arg) { return displayed(c, arg) != nullptr; }

Value float_sequence(Context& c, const CallSite& site, syntax::ExprId arg) {
  const auto* elements = displayed(c, arg);
  if (!elements) return check_expr(c, arg);
  Operands operands(c);
  for (syntax::ExprId element : *elements) {
    operands.add([&] { return to_float(c, site, check_expr(c, element)); });
  }
  ir::MakeTuple made;
  for (const Value& value : operands.values()) {
    if (is_error(c, value)) return value;
    made.elements.push_back(value.expr);
  }
  TypeId type = c.types().scalar(Kind::kFloat);
  TypeId tuple = c.types().tuple(std::vector<TypeId>(elements->size(), type));
  return make(c, std::move(made), tuple, range_of(c, arg));
}

bool is_fold(std::string_view name) {
  return name == "sum" || name == "math.prod" || name == "any" || name == "all" || name == "min" ||
         name == "max";
}

Value call_fold(Context& c, const CallSite& site, const std::string& name) {
  const syntax::Call& node = *site.node;
  bool sum = name == "sum", product = name == "math.prod";
  syntax::ExprId start_expr;
  bool fits = node.args.size() == 1 || (sum && node.args.size() == 2);
  if (node.args.size() == 2) start_expr = node.args[1];
  for (const syntax::Keyword& keyword : node.keywords) {
    fits = fits && (sum || product) && keyword.name == "start" && !start_expr;
    start_expr = keyword.value;
  }
  if (!fits) return wrong_arguments(c, site, concat("these arguments do not fit ", name));
  auto check_start = [&] {
    return start_expr ? check_expr(c, start_expr) : make_int(c, sum ? 0 : 1, site.range);
  };
  if (const auto* elements = displayed(c, node.args[0])) {
    Operands operands(c);
    for (syntax::ExprId element : *elements) operands.add([&] { return check_expr(c, element); });
    if (sum || product) operands.add(check_start);
    return fold_elements(c, site, name, operands.values());
  }
  NameSet bound(c.env.names.size());
  std::optional<Items> items = check_iterable(c, node.args[0], bound);
  if (!items) return make_error(c, site.range);
  NumberFold fold{{c, site, std::move(*items)}};
  if (sum || product) {
    Value start = check_start();
    if (is_error(c, start)) return start;
    if (kinds_of(c.types(), start.type).empty()) {
      return report_types(c, site.range, concat(name, " starts with a number"), {start});
    }
    return fold.total(sum ? ir::BinaryOp::kAdd : ir::BinaryOp::kMul, start);
  }
  if (name == "any" || name == "all") return fold.any_or_all(name == "any");
  return fold.extreme(name == "max");
}

}  // namespace parc::check
