#include "codegen/legalize/make_update.h"

#include "codegen/legalize/element.h"
#include "codegen/legalize/element_targets.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "ir/builder.h"

namespace parc::lower {
namespace {

// item = item op term of a wide target, for every term of the chain around the old value.
void update_item(FunctionContext& ctx, const UpdateSite& site, const UpdatePlace& place,
                 ir::ExprId expr) {
  expr = ir::strip_coerce(ctx.function, expr);
  const auto* binary = ir::expr_if<ir::Binary>(ctx.function, expr);
  if (!binary) return;  // the old value itself
  const bool on_left = reads_old_value(ctx, site, binary->left);
  update_item(ctx, site, place, on_left ? binary->left : binary->right);
  const CExpr term = cast("parc_i128", lower(ctx, on_left ? binary->right : binary->left));
  const bool product = binary->op == ir::BinaryOp::kMul;
  const CExpr lost =
      call(product ? "parc_item_multiply" : "parc_item_add",
           {place.list, place.index, binary->op == ir::BinaryOp::kSub ? prefix("-", term) : term});
  if (!place.checked) {
    emit(ctx, CEvaluate{lost});
    return;
  }
  const ir::Expr& node = ctx[expr];
  emit_check(ctx, lost, fail_overflow(ctx, ir::spelling(binary->op), node.range, node.frame));
}

void store(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site,
           const UpdatePlace& place) {
  if (target.is_list) mark_written(ctx, place.list);
  if (target.wide) {
    update_item(ctx, site, place, stored_value(ctx, site));
  } else if (target.is_list) {
    emit(ctx, CAssign{prefix("*", place.pointer), lower(ctx, stored_value(ctx, site))});
  } else {
    store_through(ctx, place.pointer, target.element, stored_value(ctx, site),
                  ctx[site.update->store]);
  }
}

}  // namespace

ir::ExprId stored_value(const FunctionContext& ctx, const UpdateSite& site) {
  const auto* store = ir::stmt_if<ir::Store>(ctx.function, site.update->store);
  return store ? store->value : ir::stmt_if<ir::ListSet>(ctx.function, site.update->store)->value;
}

void emit_update(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site,
                 const UpdatePlace& place, const std::function<CExpr(const std::string&)>& value) {
  const std::map<ir::ExprId, CExpr> outer = ctx.given;
  for (const ir::ExprId old_value : site.old_values) {
    if (place.pointer) ctx.given[old_value] = load_element(target.element, place.pointer);
  }
  for (const CapturedValue& captured : site.captured) {
    for (const ir::ExprId expr : captured.exprs) ctx.given[expr] = value(captured.field);
  }
  if (const auto* branch = ir::stmt_if<ir::If>(ctx.function, site.update->stmt)) {
    const CExpr condition = lower(ctx, own_condition(ctx, site, branch->condition));
    CBlock taken;
    into(ctx, taken, [&] { store(ctx, target, site, place); });
    emit(ctx, CIf{condition, Hint::kNone, std::move(taken), {}});
  } else {
    store(ctx, target, site, place);
  }
  ctx.given = outer;
}

}  // namespace parc::lower
