// The walk over expressions.
#include "codegen/legalize/expressions.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/calls.h"
#include "codegen/legalize/tuples.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Deeper trees are cut by a temporary: compilers stop at 256 nested brackets.
constexpr int kDeepestTree = 40;

CExpr lower_logic(FunctionContext& ctx, const ir::Logic& node) {
  CBlock right_code;
  const CExpr left = lower(ctx, node.left);
  CExpr right;
  into(ctx, right_code, [&] { right = lower(ctx, node.right); });
  if (right_code.empty()) return infix(node.is_and ? "&&" : "||", left, right);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{"bool", result, left});
  right_code.push_back(statement(CAssign{name(result), right}));
  emit(ctx, CIf{node.is_and ? name(result) : prefix("!", name(result)),
                Hint::kNone,
                std::move(right_code),
                {}});
  return name(result);
}

CExpr lower_select(FunctionContext& ctx, ir::ExprId id, const ir::Select& node) {
  const CExpr condition = lower(ctx, node.condition);
  CBlock then_code, else_code;
  CExpr then_value, else_value;
  into(ctx, then_code, [&] { then_value = lower(ctx, node.then_value); });
  into(ctx, else_code, [&] { else_value = lower(ctx, node.else_value); });
  if (then_code.empty() && else_code.empty()) return ternary(condition, then_value, else_value);
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, ctx[id].type), result, nullptr});
  then_code.push_back(statement(CAssign{name(result), then_value}));
  else_code.push_back(statement(CAssign{name(result), else_value}));
  emit(ctx, CIf{condition, Hint::kNone, std::move(then_code), std::move(else_code)});
  return name(result);
}

CExpr lower_shape(FunctionContext& ctx, const ir::ShapeOf& node) {
  return element(member(lower_held(ctx, node.array), "shape"), integer(node.axis));
}

CExpr lower_range_length(FunctionContext& ctx, ir::ExprId id, const ir::RangeLength& node) {
  const ir::Expr& at = ctx[id];
  std::vector<CExpr> args = lower_all(ctx, {node.start, node.stop, node.step});
  for (CExpr& arg : args) arg = hold(ctx, "const parc_i64", arg);
  const __int128* step = literal(args[2]);
  if (!step || *step == 0) {
    emit_check(
        ctx, infix("==", args[2], integer(0)),
        fail_message(ctx, "ValueError", "range() arg 3 must not be zero", {}, at.range, at.frame));
  }
  const __int128* start = literal(args[0]);
  if (step && *step == 1 && start && *start == 0) {
    return ternary(infix(">", args[1], integer(0)), args[1], integer(0));
  }
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{"parc_i64", result, nullptr});
  args.push_back(address(name(result)));
  // Once a loop and next to impossible: no check to be reported.
  emit_check(ctx, call("parc_range_length", args),
             fail_with(ctx, Site{"PARC_RAISE_OVERFLOW", "range", {}}, {}, at.range, at.frame));
  return name(result);
}

struct ExprLowerer {
  FunctionContext& ctx;
  ir::ExprId id;

  CExpr operator()(const ir::Const& node) const { return lower_constant(ctx, node, ctx[id].type); }
  CExpr operator()(const ir::NoneValue&) const { return init("parc_none", {}); }
  CExpr operator()(const ir::LocalRef& node) const { return local(ctx, node.local); }
  CExpr operator()(const ir::Unary& node) const { return lower_unary(ctx, id, node); }
  CExpr operator()(const ir::Binary& node) const { return lower_binary(ctx, id, node); }
  CExpr operator()(const ir::Compare& node) const {
    return ctx.types().get<ir::TupleType>(ctx[node.left].type) ? lower_tuple_compare(ctx, id, node)
                                                               : lower_compare(ctx, id, node);
  }
  CExpr operator()(const ir::Truth& node) const { return lower_truth(ctx, id, node); }
  CExpr operator()(const ir::Not& node) const { return prefix("!", lower(ctx, node.operand)); }
  CExpr operator()(const ir::Logic& node) const { return lower_logic(ctx, node); }
  CExpr operator()(const ir::Select& node) const { return lower_select(ctx, id, node); }
  CExpr operator()(const ir::Coerce& node) const {
    return coerce(ctx, lower(ctx, node.operand), ctx[node.operand].type, ctx[id].type);
  }
  CExpr operator()(const ir::Narrow& node) const {
    return coerce(ctx, lower(ctx, node.operand), ctx[node.operand].type, ctx[id].type);
  }
  CExpr operator()(const ir::Convert& node) const { return lower_convert(ctx, id, node); }
  CExpr operator()(const ir::Load& node) const { return lower_load(ctx, id, node); }
  CExpr operator()(const ir::View& node) const { return lower_view(ctx, id, node); }
  CExpr operator()(const ir::Transpose& node) const { return lower_transpose(ctx, id, node); }
  CExpr operator()(const ir::ShapeOf& node) const { return lower_shape(ctx, node); }
  CExpr operator()(const ir::ArraySize& node) const {
    return call("parc_array_size", {lower_held(ctx, node.array)});
  }
  CExpr operator()(const ir::ListLength& node) const {
    return arrow(lower_held(ctx, node.list), "length");
  }
  CExpr operator()(const ir::ListGet& node) const { return lower_list_get(ctx, id, node); }
  CExpr operator()(const ir::MakeTuple& node) const { return lower_make_tuple(ctx, id, node); }
  CExpr operator()(const ir::TupleGet& node) const { return lower_tuple_get(ctx, node); }
  CExpr operator()(const ir::TupleIndex& node) const { return lower_tuple_index(ctx, id, node); }
  CExpr operator()(const ir::Call& node) const { return lower_call(ctx, id, node); }
  CExpr operator()(const ir::CallBuiltin& node) const { return lower_builtin(ctx, id, node); }
  CExpr operator()(const ir::NewArray& node) const { return lower_new_array(ctx, id, node); }
  CExpr operator()(const ir::CopyArray& node) const { return lower_copy_array(ctx, id, node); }
  CExpr operator()(const ir::BroadcastFor& node) const {
    return lower_broadcast_for(ctx, id, node);
  }
  CExpr operator()(const ir::RangeLength& node) const { return lower_range_length(ctx, id, node); }
};

}  // namespace

CExpr lower(FunctionContext& ctx, ir::ExprId expr) {
  const CExpr value = lower_owned(ctx, expr);
  return gives_ownership(ctx.function, expr) ? keep(ctx, value, ctx[expr].type) : value;
}

CExpr lower_owned(FunctionContext& ctx, ir::ExprId expr) {
  if (const auto given = ctx.given.find(expr); given != ctx.given.end()) return given->second;
  const CExpr value = std::visit(ExprLowerer{ctx, expr}, ctx[expr].node);
  return value->depth < kDeepestTree
             ? value
             : hold(ctx, concat(c_type(ctx.context, ctx[expr].type), " const"), value);
}

CExpr lower_held(FunctionContext& ctx, ir::ExprId expr) {
  const CExpr value = lower(ctx, expr);
  return hold(ctx, concat(c_type(ctx.context, ctx[expr].type), " const"), value);
}

std::vector<CExpr> lower_all(FunctionContext& ctx, const std::vector<ir::ExprId>& exprs) {
  std::vector<CExpr> values;
  for (size_t k = 0; k < exprs.size(); ++k) {
    bool later_calls = false;
    for (size_t j = k + 1; j < exprs.size(); ++j)
      later_calls |= calls_function(ctx.function, exprs[j]);
    values.push_back(later_calls ? lower_held(ctx, exprs[k]) : lower(ctx, exprs[k]));
  }
  return values;
}

void lower_for_effects(FunctionContext& ctx, ir::ExprId expr) {
  const CExpr value = lower(ctx, expr);
  if (!is_trivial(value)) emit(ctx, CEvaluate{cast("void", value)});
}

bool calls_function(const ir::Function& function, ir::ExprId expr) {
  bool found = false;
  ir::walk_expr(function, expr,
                [&](ir::ExprId id) { found |= ir::expr_if<ir::Call>(function, id) != nullptr; });
  return found;
}

std::string temporary(FunctionContext& ctx) { return concat("t", (*ctx.temporaries)++); }

CExpr hold(FunctionContext& ctx, const std::string& type, CExpr value) {
  if (is_trivial(value)) return value;
  const std::string held = temporary(ctx);
  emit(ctx, CDeclare{type, held, std::move(value)});
  return name(held);
}

std::string local_name(const FunctionContext& ctx, ir::LocalId local) {
  std::string text;
  for (const char c : ctx.function[local].name) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
      text += c;
  }
  return concat(text.empty() ? "v" : text, "_", local.value);
}

CExpr local(FunctionContext& ctx, ir::LocalId local) {
  ctx.used->insert(local);
  return name(local_name(ctx, local));
}

}  // namespace parc::lower
