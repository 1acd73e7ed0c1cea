// Operations on scalars: Python's and NumPy's rules by kind, chosen at run time where a kind is
// mixed.
#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/cannot_fail.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/scalar_calls.h"
#include "ir/numeric.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

using Kinds = std::vector<ir::Kind>;
using Values = std::vector<CExpr>;

std::string impl_key(const OperatorImpl& impl) {
  if (impl.fallible) return "";
  return concat(impl.function, "|", impl.infix, "|", c_type(impl.left), "|", c_type(impl.right));
}

CExpr to_kind(const CExpr& value, ir::Kind from, ir::Kind to) {
  return plain_call(cast_impl(from, to), {value});
}

CExpr coerce_kind(FunctionContext& ctx, const CExpr& value, ir::Kind from, ir::TypeId to) {
  if (ctx.types().is_scalar(to)) return to_kind(value, from, ctx.types().kind(to));
  const auto& mixed = *ctx.types().get<ir::MixedType>(to);
  return init(c_type(ctx.context, to),
              {to_kind(value, from, mixed.carrier), integer(tag_of(mixed, from))});
}

CExpr coerce_mixed(FunctionContext& ctx, const CExpr& given, ir::TypeId from, ir::TypeId to) {
  const auto& source = *ctx.types().get<ir::MixedType>(from);
  if (ctx.types().is_scalar(to))
    return to_kind(member(given, "value"), source.carrier, ctx.types().kind(to));
  const auto& target = *ctx.types().get<ir::MixedType>(to);
  const CExpr value = hold(ctx, concat(c_type(ctx.context, from), " const"), given);
  CExpr tag = integer(tag_of(target, source.kinds.back()));
  for (size_t k = source.kinds.size() - 1; k-- > 0;) {
    tag = ternary(infix("==", member(value, "tag"), integer(static_cast<int64_t>(k))),
                  integer(tag_of(target, source.kinds[k])), tag);
  }
  return init(c_type(ctx.context, to),
              {to_kind(member(value, "value"), source.carrier, target.carrier), tag});
}

CExpr coerce_tuple(FunctionContext& ctx, const CExpr& given, const ir::TupleType& from,
                   ir::TypeId to) {
  const CExpr value = is_trivial(given) ? given : hold(ctx, "const auto", given);
  const auto& target = *ctx.types().get<ir::TupleType>(to);
  Values fields;
  for (size_t k = 0; k < from.elements.size(); ++k) {
    fields.push_back(
        coerce(ctx, member(value, concat("e", k)), from.elements[k], target.elements[k]));
  }
  return init(c_type(ctx.context, to), std::move(fields));
}

}  // namespace

int tag_of(const ir::MixedType& type, ir::Kind kind) {
  const auto found = std::find(type.kinds.begin(), type.kinds.end(), kind);
  if (found == type.kinds.end()) internal_error("a kind is not in its mixed type");
  return static_cast<int>(found - type.kinds.begin());
}

std::vector<ir::Kind> alternatives(const ir::TypeTable& types, ir::TypeId type) {
  if (const auto* mixed = types.get<ir::MixedType>(type)) return mixed->kinds;
  return {types.kind(type)};
}

CExpr coerce(FunctionContext& ctx, CExpr value, ir::TypeId from, ir::TypeId to) {
  if (from == to) return value;
  if (ctx.types().is_scalar(from)) return coerce_kind(ctx, value, ctx.types().kind(from), to);
  if (ctx.types().get<ir::MixedType>(from)) return coerce_mixed(ctx, value, from, to);
  if (const auto* tuple = ctx.types().get<ir::TupleType>(from))
    return coerce_tuple(ctx, value, *tuple, to);
  return value;
}

namespace {

// The operands as values of the chosen alternative.
Values chosen_values(FunctionContext& ctx, const Values& held,
                     const std::vector<ir::ExprId>& operands, const Kinds& kinds) {
  Values values;
  for (size_t k = 0; k < operands.size(); ++k) {
    const auto* mixed = ctx.types().get<ir::MixedType>(ctx[operands[k]].type);
    values.push_back(mixed ? to_kind(member(held[k], "value"), mixed->carrier, kinds[k]) : held[k]);
  }
  return values;
}

// The kinds in which the operands are carried: with the same code for every alternative, no choice
// is needed.
Kinds carrier_kinds(const FunctionContext& ctx, const std::vector<ir::ExprId>& operands) {
  Kinds kinds;
  for (const ir::ExprId operand : operands) {
    const auto* mixed = ctx.types().get<ir::MixedType>(ctx[operand].type);
    kinds.push_back(mixed ? mixed->carrier : ctx.types().kind(ctx[operand].type));
  }
  return kinds;
}

// All combinations of alternatives.
std::vector<Kinds> combinations(const FunctionContext& ctx,
                                const std::vector<ir::ExprId>& operands) {
  std::vector<Kinds> all{{}};
  for (const ir::ExprId operand : operands) {
    std::vector<Kinds> longer;
    for (const Kinds& prefix_kinds : all) {
      for (const ir::Kind kind : alternatives(ctx.types(), ctx[operand].type)) {
        longer.push_back(prefix_kinds);
        longer.back().push_back(kind);
      }
    }
    all = std::move(longer);
  }
  return all;
}

CExpr tags_match(FunctionContext& ctx, const Values& held, const std::vector<ir::ExprId>& operands,
                 const Kinds& kinds) {
  CExpr condition;
  for (size_t k = 0; k < operands.size(); ++k) {
    const auto* mixed = ctx.types().get<ir::MixedType>(ctx[operands[k]].type);
    if (mixed)
      condition = conjunction(
          condition, infix("==", member(held[k], "tag"), integer(tag_of(*mixed, kinds[k]))));
  }
  return condition;
}

CExpr as_result(FunctionContext& ctx, const Applied& applied, ir::TypeId type) {
  if (ctx.types().get<ir::TupleType>(type)) return applied.value;
  return coerce_kind(ctx, applied.value, applied.kind, type);
}

// Writes if (tags) … else if … for the combinations from `at` on.
void emit_choices(FunctionContext& ctx, const Operation& operation, const Values& held,
                  const std::vector<ir::ExprId>& operands, const std::vector<Kinds>& all, size_t at,
                  const std::string& result, ir::TypeId type) {
  const auto emit_one = [&] {
    const Applied applied =
        operation.emit_one(all[at], chosen_values(ctx, held, operands, all[at]));
    emit(ctx, CAssign{name(result), as_result(ctx, applied, type)});
  };
  if (at + 1 == all.size()) return emit_one();
  CBlock then_body, else_body;
  into(ctx, then_body, emit_one);
  into(ctx, else_body,
       [&] { emit_choices(ctx, operation, held, operands, all, at + 1, result, type); });
  emit(ctx, CIf{tags_match(ctx, held, operands, all[at]), Hint::kNone, std::move(then_body),
                std::move(else_body)});
}

}  // namespace

CExpr dispatch(FunctionContext& ctx, const Operation& operation,
               const std::vector<ir::ExprId>& operands, ir::TypeId result) {
  Values values = lower_all(ctx, operands);
  const std::vector<Kinds> all = combinations(ctx, operands);
  if (all.size() == 1) {
    return as_result(ctx, operation.emit_one(all[0], values), result);
  }
  for (size_t k = 0; k < values.size(); ++k) {
    values[k] = hold(ctx, concat(c_type(ctx.context, ctx[operands[k]].type), " const"), values[k]);
  }
  const Kinds carriers = carrier_kinds(ctx, operands);
  const bool carried = std::find(all.begin(), all.end(), carriers) != all.end();
  const std::string key = carried ? operation.key(carriers) : "";
  const bool uniform = !key.empty() && std::all_of(all.begin(), all.end(), [&](const Kinds& kinds) {
    return operation.key(kinds) == key;
  });
  if (uniform && ctx.types().is_scalar(result)) {
    const Applied applied =
        operation.emit_one(carriers, chosen_values(ctx, values, operands, carriers));
    return coerce_kind(ctx, applied.value, applied.kind, result);
  }
  const std::string out = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, result), out, nullptr});
  emit_choices(ctx, operation, values, operands, all, 0, out, result);
  return name(out);
}

CExpr lower_constant(FunctionContext& ctx, const ir::Const& node, ir::TypeId type) {
  const ir::Kind kind = ctx.types().kind(type);
  struct Visitor {
    ir::Kind kind;
    CExpr operator()(bool value) const { return boolean(value); }
    CExpr operator()(int64_t value) const { return number(value); }
    CExpr operator()(uint64_t value) const { return number(value); }
    CExpr operator()(double value) const { return floating(value, kind == ir::Kind::kF32); }
    CExpr operator()(std::complex<double> value) const {
      return init(c_type(kind), {floating(value.real(), kind == ir::Kind::kC64),
                                 floating(value.imag(), kind == ir::Kind::kC64)});
    }
    CExpr number(__int128 value) const {
      if (ir::is_bool(kind)) return boolean(value != 0);
      if (ir::is_floating(kind))
        return floating(static_cast<double>(value), kind == ir::Kind::kF32);
      return kind == ir::Kind::kInt ? integer(value) : cast(c_type(kind), integer(value));
    }
  };
  return std::visit(Visitor{kind}, node.value);
}

namespace {

bool may_be(const ir::TypeTable& types, ir::TypeId type, ir::Kind kind) {
  const Kinds kinds = alternatives(types, type);
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

Applied apply_binary(FunctionContext& ctx, ir::BinaryOp op, ir::Kind left_kind, CExpr left,
                     ir::Kind right_kind, CExpr right, ir::ExprId at) {
  OperatorImpl impl = binary_impl(op, left_kind, right_kind);
  ir::Kind result = ir::Kind::kInt;
  const ir::TypeId decided = ctx[at].type;
  const auto is_int = [](ir::Kind kind) {
    return kind == ir::Kind::kInt || kind == ir::Kind::kBool;
  };
  if (op == ir::BinaryOp::kPow && is_int(left_kind) && is_int(right_kind) &&
      !may_be(ctx.types(), decided, ir::Kind::kInt)) {
    // A negative exponent of an int makes a float.
    impl = binary_impl(op, ir::Kind::kFloat, ir::Kind::kFloat);
    result = ir::Kind::kFloat;
  } else if (const auto kind = ir::binary_kind(op, left_kind, right_kind)) {
    result = *kind;
  } else if (ctx.types().is_scalar(ctx[at].type)) {
    result = ctx.types().kind(ctx[at].type);  // int ** int, as the checker decided
  }
  const auto* node = std::get_if<ir::Binary>(&ctx[at].node);
  const bool has_unchecked = !impl.unchecked_infix.empty() || !impl.unchecked_function.empty();
  const bool unchecked =
      node && has_unchecked && cannot_fail(ctx, op, *node, left_kind, right_kind);
  CExpr value = apply_operator(ctx, impl, ir::spelling(op), {left_kind, right_kind},
                               {std::move(left), std::move(right)}, {impl.left, impl.right},
                               c_type(result), ctx[at], unchecked);
  return {std::move(value), result};
}

CExpr lower_binary(FunctionContext& ctx, ir::ExprId id, const ir::Binary& node) {
  const ir::BinaryOp op = node.op;
  Operation operation;
  operation.emit_one = [&ctx, op, id](const Kinds& kinds, const Values& values) {
    return apply_binary(ctx, op, kinds[0], values[0], kinds[1], values[1], id);
  };
  operation.key = [op](const Kinds& kinds) {
    return impl_key(binary_impl(op, kinds[0], kinds[1]));
  };
  return dispatch(ctx, operation, {node.left, node.right}, ctx[id].type);
}

CExpr lower_unary(FunctionContext& ctx, ir::ExprId id, const ir::Unary& node) {
  const ir::UnaryOp op = node.op;
  const ir::ExprId operand = node.operand;
  Operation operation;
  operation.emit_one = [&ctx, op, id, operand](const Kinds& kinds, const Values& values) {
    const OperatorImpl impl = unary_impl(op, kinds[0]);
    const ir::Kind result = *ir::unary_kind(op, kinds[0]);
    const bool unchecked = !impl.unchecked_infix.empty() && kinds[0] == ir::Kind::kInt &&
                           fits_by_bounds(ctx, negate(bound_of(ctx, operand)));
    return Applied{apply_operator(ctx, impl, ir::spelling(op), kinds, values, {impl.left},
                                  c_type(result), ctx[id], unchecked),
                   result};
  };
  operation.key = [op](const Kinds& kinds) { return impl_key(unary_impl(op, kinds[0])); };
  return dispatch(ctx, operation, {operand}, ctx[id].type);
}

CExpr lower_compare(FunctionContext& ctx, ir::ExprId id, const ir::Compare& node) {
  const ir::CompareOp op = node.op;
  Operation operation;
  operation.emit_one = [&ctx, op, id](const Kinds& kinds, const Values& values) {
    const OperatorImpl impl = compare_impl(op, kinds[0], kinds[1]);
    return Applied{apply_operator(ctx, impl, ir::spelling(op), kinds, values,
                                  {impl.left, impl.right}, "bool", ctx[id], false),
                   *ir::compare_kind(op, kinds[0], kinds[1])};
  };
  operation.key = [op](const Kinds& kinds) {
    return impl_key(compare_impl(op, kinds[0], kinds[1]));
  };
  return dispatch(ctx, operation, {node.left, node.right}, ctx[id].type);
}

CExpr equal_scalars(FunctionContext& ctx, const CExpr& left, ir::TypeId left_type,
                    const CExpr& right, ir::TypeId right_type) {
  const auto carried = [&](const CExpr& value, ir::TypeId type) {
    const auto* mixed = ctx.types().get<ir::MixedType>(type);
    return mixed ? std::pair{member(value, "value"), mixed->carrier}
                 : std::pair{value, ctx.types().kind(type)};
  };
  const auto [a, left_kind] = carried(left, left_type);
  const auto [b, right_kind] = carried(right, right_type);
  const OperatorImpl impl = compare_impl(ir::CompareOp::kEq, left_kind, right_kind);
  return plain_call(impl, {to_kind(a, left_kind, impl.left), to_kind(b, right_kind, impl.right)});
}

CExpr lower_truth(FunctionContext& ctx, ir::ExprId, const ir::Truth& node) {
  Operation operation;
  operation.emit_one = [](const Kinds& kinds, const Values& values) {
    return Applied{plain_call(convert_impl(kinds[0], ir::Kind::kBool), values), ir::Kind::kBool};
  };
  operation.key = [](const Kinds& kinds) {
    return impl_key(convert_impl(kinds[0], ir::Kind::kBool));
  };
  return dispatch(ctx, operation, {node.operand}, ctx.types().scalar(ir::Kind::kBool));
}

CExpr lower_convert(FunctionContext& ctx, ir::ExprId id, const ir::Convert& node) {
  const ir::Kind to = ctx.types().kind(ctx[id].type);
  Operation operation;
  operation.emit_one = [&ctx, to, id](const Kinds& kinds, const Values& values) {
    const OperatorImpl impl = convert_impl(kinds[0], to);
    return Applied{apply_operator(ctx, impl, ir::kind_name(to), kinds, values, {impl.left},
                                  c_type(to), ctx[id], false),
                   to};
  };
  operation.key = [to](const Kinds& kinds) { return impl_key(convert_impl(kinds[0], to)); };
  return dispatch(ctx, operation, {node.operand}, ctx[id].type);
}

}  // namespace parc::lower
