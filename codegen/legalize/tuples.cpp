#include "codegen/legalize/tuples.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

CExpr equal(FunctionContext& ctx, const CExpr& left, ir::TypeId left_type, const CExpr& right,
            ir::TypeId right_type) {
  const auto* a = ctx.types().get<ir::TupleType>(left_type);
  const auto* b = ctx.types().get<ir::TupleType>(right_type);
  if (!a || !b) return equal_scalars(ctx, left, left_type, right, right_type);
  if (a->elements.size() != b->elements.size()) return boolean(false);
  CExpr all;
  for (size_t k = 0; k < a->elements.size(); ++k) {
    const std::string field = concat("e", k);
    all = conjunction(
        all, equal(ctx, member(left, field), a->elements[k], member(right, field), b->elements[k]));
  }
  return all ? all : boolean(true);
}

}  // namespace

CExpr lower_make_tuple(FunctionContext& ctx, ir::ExprId id, const ir::MakeTuple& node) {
  std::vector<CExpr> fields = lower_all(ctx, node.elements);
  return init(c_type(ctx.context, ctx[id].type), std::move(fields));
}

CExpr lower_tuple_get(FunctionContext& ctx, const ir::TupleGet& node) {
  // An element of a tuple display that is written out: no struct is needed.
  if (const auto* display = ir::expr_if<ir::MakeTuple>(ctx.function, node.tuple)) {
    const std::vector<CExpr> values = lower_all(ctx, display->elements);
    return values[node.index];
  }
  return member(lower_held(ctx, node.tuple), concat("e", node.index));
}

CExpr lower_tuple_compare(FunctionContext& ctx, ir::ExprId, const ir::Compare& node) {
  const std::vector<CExpr> operands = lower_all(ctx, {node.left, node.right});
  const CExpr left = hold(ctx, "const auto", operands[0]),
              right = hold(ctx, "const auto", operands[1]);
  const CExpr same = equal(ctx, left, ctx[node.left].type, right, ctx[node.right].type);
  return node.op == ir::CompareOp::kEq ? same : prefix("!", same);
}

}  // namespace parc::lower
