// min and max of two or more values: one of the operands, in its own kind.
#include <algorithm>

#include "frontend/check/calls.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/builtins.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::TypeId;

// `best` unless `next` is smaller (larger), as Python's min and max go on.
Value choose(Context& c, const Value& best, const Value& next, bool is_max, SourceRange range) {
  std::optional<TypeId> type = join_types(c.types(), best.type, next.type);
  if (!type) {
    return report_types(
        c, range,
        concat("no variable can hold both ", spell(c, best.type), " and ", spell(c, next.type)),
        {best, next});
  }
  Value test =
      apply_compare(c, is_max ? ir::CompareOp::kGt : ir::CompareOp::kLt, next, best, range);
  if (is_error(c, test)) return test;
  ir::ExprId then_value = coerce(c, again(c, next), *type);
  ir::ExprId else_value = coerce(c, again(c, best), *type);
  return make(c, ir::Select{truth_of(c, test).expr, then_value, else_value}, *type, range);
}

}  // namespace

Value call_extreme(Context& c, const CallSite& site, bool is_max) {
  const char* name = is_max ? "max" : "min";
  auto args = positional(c, site, name);
  if (!args) return make_error(c, site.range);
  if (args->size() < 2) return wrong_arguments(c, site, concat(name, " needs an argument"));
  for (const Value& arg : *args) {
    if (!kinds_of(c.types(), arg.type).empty()) continue;
    want_axes(c, arg);
    return report_types(c, site.range,
                        concat(name, " of ", spell(c, arg.type), " is not supported"), {arg});
  }
  return extreme_of(c, site, std::move(*args), is_max);
}

Value extreme_of(Context& c, const CallSite& site, std::vector<Value> values, bool is_max) {
  const char* name = is_max ? "max" : "min";
  bool uniform = std::all_of(values.begin(), values.end(), [&](const Value& arg) {
    return arg.type == values.front().type && c.types().is_scalar(arg.type);
  });
  if (uniform && values.size() <= 64) {
    ir::Builtin builtin = *ir::find_builtin(name);
    TypeId type = values.front().type;
    if (!ir::builtin_result(c.types(), builtin, {c.types().kind(type), c.types().kind(type)})) {
      return report_types(c, site.range, concat(name, " of ", spell(c, type), " is not supported"),
                          {values.front()});
    }
    ir::CallBuiltin call{builtin, {}};
    for (const Value& arg : values) call.args.push_back(arg.expr);
    return make(c, std::move(call), type, site.range);
  }
  // Each operand is read twice, and all are evaluated before the first comparison.
  for (Value& arg : values) {
    ir::ExprId plain = ir::strip_coerce(c.fn, arg.expr);
    bool readable = known_constant(c, plain) || ir::read_local(c.fn, plain).valid();
    if (!readable) arg = to_temporary(c, arg);
  }
  Value best = values.front();
  for (size_t at = 1; at < values.size(); ++at) {
    best = choose(c, best, values[at], is_max, site.range);
    if (is_error(c, best)) return best;
    if (at + 1 < values.size()) best = to_temporary(c, best);
  }
  return best;
}

}  // namespace parc::check
