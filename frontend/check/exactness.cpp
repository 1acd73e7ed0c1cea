#include "frontend/check/exactness.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "frontend/check/emit.h"
#include "frontend/check/int_parts.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;

bool constant_fits(int64_t value, Kind carrier) {
  if (carrier == Kind::kU64) return value >= 0;
  if (carrier == Kind::kF32 || carrier == Kind::kC64) {
    return std::abs(value) <= (int64_t{1} << 24);
  }
  return value >= -(int64_t{1} << 53) && value <= (int64_t{1} << 53);
}

// Whether every int that the scalar or mixed expression can be is exactly a value of `carrier`.
bool ints_fit(const Context& c, ir::ExprId id, Kind carrier) {
  const ir::TypeTable& types = c.program.module.types;
  const ir::Expr& expr = c.fn[id];
  std::vector<Kind> kinds = kinds_of(types, expr.type);
  bool may_be_int = std::find(kinds.begin(), kinds.end(), Kind::kInt) != kinds.end();
  if (!may_be_int || ir::holds_exactly(carrier, Kind::kInt)) return true;
  if (std::optional<int64_t> value = ir::constant_int(c.fn, id)) {
    return constant_fits(*value, carrier);
  }
  if (const auto* mixed = types.get<ir::MixedType>(expr.type)) {
    if (mixed->carrier != Kind::kU64 && ir::holds_exactly(carrier, mixed->carrier)) return true;
  }
  if (const auto* coerced = std::get_if<ir::Coerce>(&expr.node)) {
    return ints_fit(c, coerced->operand, carrier);
  }
  if (const auto* narrowed = std::get_if<ir::Narrow>(&expr.node)) {
    const auto* mixed = types.get<ir::MixedType>(c.fn[narrowed->operand].type);
    return mixed && ir::holds_exactly(carrier, mixed->carrier);
  }
  if (const auto* selected = std::get_if<ir::Select>(&expr.node)) {
    return ints_fit(c, selected->then_value, carrier) && ints_fit(c, selected->else_value, carrier);
  }
  if (const auto* call = std::get_if<ir::CallBuiltin>(&expr.node)) {
    std::string_view name = ir::info(call->builtin).name;
    if (name != "min" && name != "max") return false;
    return std::all_of(call->args.begin(), call->args.end(),
                       [&](ir::ExprId arg) { return ints_fit(c, arg, carrier); });
  }
  if (const auto* converted = std::get_if<ir::Convert>(&expr.node)) {
    std::vector<Kind> from = kinds_of(types, c.fn[converted->operand].type);
    return std::all_of(from.begin(), from.end(), [&](Kind kind) {
      return (ir::is_integer(kind) || ir::is_bool(kind)) && ir::holds_exactly(carrier, kind);
    });
  }
  return false;
}

// Whether the text of the range is a plain decimal literal.
bool is_literal(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char ch) { return ch >= '0' && ch <= '9'; });
}

// The kinds of a mixed type that are no ints: "np.float64", "float or np.float64".
std::string other_kinds(const Context& c, ir::TypeId type) {
  std::string text;
  for (Kind kind : kinds_of(c.program.module.types, type)) {
    if (kind == Kind::kInt || kind == Kind::kBool) continue;
    text += concat(text.empty() ? "" : " or ", ir::kind_name(kind));
  }
  return text;
}

// `type`: the mixed type, of an element where the value is a tuple.
void report(Context& c, const Value& value, ir::TypeId type) {
  const bool is_tuple = c.types().get<ir::TupleType>(value.type) != nullptr;
  auto diagnostic =
      c.diagnostics.emit(Diag::kWriteConstructor, value.range,
                         concat(is_tuple ? "an int of this tuple" : "this int", " meets ",
                                other_kinds(c, type), ", which may not hold it exactly"));
  std::string_view text = c.program.sources.text(value.range);
  if (is_literal(text)) {
    diagnostic.fixit(value.range, concat(text, ".0"));
  } else {
    diagnostic.note(
        "write float(...) around the int, or start the variable with a float such as 0.0");
  }
}

void report_result(Context& c, const Value& result, ir::TypeId type) {
  c.diagnostics
      .emit(Diag::kWriteConstructor, result.range,
            concat("this may be an int that ", other_kinds(c, type), " does not hold exactly"))
      .note("start the variable with a float such as 0.0, or convert with float(...)");
}

}  // namespace

void require_exact(Context& c, const Value& value, ir::TypeId type) {
  const ir::TypeTable& types = c.program.module.types;
  if (const auto* mixed = types.get<ir::MixedType>(type)) {
    if (!ints_fit(c, value.expr, mixed->carrier)) report(c, value, type);
    return;
  }
  const auto* to = types.get<ir::TupleType>(type);
  const auto* from = types.get<ir::TupleType>(value.type);
  if (!to || !from) return;
  const auto* made = ir::expr_if<ir::MakeTuple>(c.fn, value.expr);
  for (size_t at = 0; at < to->elements.size(); ++at) {
    if (from->elements[at] == to->elements[at]) continue;
    if (made) {
      ir::ExprId element = made->elements[at];
      require_exact(c, Value{element, c.fn[element].type, c.fn[element].range, kNoOrigin},
                    to->elements[at]);
    } else {
      std::vector<Kind> kinds = kinds_of(types, from->elements[at]);
      const auto* mixed = types.get<ir::MixedType>(to->elements[at]);
      bool may_be_int = std::find(kinds.begin(), kinds.end(), Kind::kInt) != kinds.end();
      if (may_be_int && mixed && !ir::holds_exactly(mixed->carrier, Kind::kInt)) {
        report(c, value, to->elements[at]);
      }
    }
  }
}

void require_exact_result(Context& c, const Value& result) {
  const auto* tuple = c.types().get<ir::TupleType>(result.type);
  const std::vector<ir::TypeId> types =
      tuple ? tuple->elements : std::vector<ir::TypeId>{result.type};
  const auto may_lose = [&](ir::TypeId type) { return may_lose_ints(c.types(), type); };
  if (std::any_of(types.begin(), types.end(), may_lose)) c.int_results.push_back(result);
}

void report_inexact_results(Context& c) {
  if (c.int_results.empty()) return;
  const ir::TypeTable& types = c.types();
  const IntParts parts(types, c.fn);
  std::set<ir::ExprId> reported;
  for (const Value& result : c.int_results) {
    std::optional<ir::TypeId> lossy;
    const auto test = [&](ir::TypeId type, const IntPart& part) {
      if (!may_lose_ints(types, type)) return;
      if (!holds_ints(types.get<ir::MixedType>(type)->carrier, part)) lossy = type;
    };
    if (const auto* tuple = types.get<ir::TupleType>(result.type)) {
      for (uint32_t at = 0; at < tuple->elements.size(); ++at) {
        test(tuple->elements[at], parts.of_element(result.expr, at));
      }
    } else {
      test(result.type, parts.of(result.expr));
    }
    if (!lossy) continue;
    bool is_known = false;  // by a part of the expression
    ir::walk_expr(c.fn, result.expr, [&](ir::ExprId id) { is_known |= reported.contains(id); });
    reported.insert(result.expr);
    if (!is_known) report_result(c, result, *lossy);
  }
}

}  // namespace parc::check
