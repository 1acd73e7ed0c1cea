// Who keeps the memory of arrays alive.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/region.h"
#include "codegen/legalize/statements.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Whether the value may be (a view of) memory made by native code.
bool may_own(const ir::Function& function, const std::set<ir::LocalId>& owning, ir::ExprId expr) {
  bool found = false;
  ir::walk_expr(function, expr, [&](ir::ExprId id) {
    const ir::LocalId local = ir::read_local(function, id);
    found |= gives_ownership(function, id) || (local && owning.contains(local));
  });
  return found;
}

bool is_array(const ir::TypeTable& types, ir::TypeId type) {
  return types.get<ir::ArrayType>(type) != nullptr;
}

// The contiguous rows of a contiguous array: a view keeps the last axis whole.
bool keeps_last_axis(const FunctionContext& ctx, ir::ExprId value) {
  const auto* view = ir::expr_if<ir::View>(ctx.function, value);
  if (!view) return false;
  const size_t rank = ctx.types().get<ir::ArrayType>(ctx[view->array].type)->rank;
  if (view->items.size() < rank) return true;
  const auto* slice = std::get_if<ir::SliceItem>(&view->items.back());
  return slice && (!slice->step || ir::constant_int(ctx.function, slice->step) == 1);
}

// Length of the last axis as it is known before the region; null when it is not.
CExpr last_size(FunctionContext& ctx, ir::ExprId array) {
  const std::vector<CExpr> sizes = invariant_sizes(ctx, array);
  return sizes.empty() ? nullptr : sizes.back();
}

void note_unit_view(FunctionContext& ctx, ir::LocalId target, ir::ExprId value) {
  const auto* type = ctx.types().get<ir::ArrayType>(ctx[value].type);
  if (!ctx.region || !ctx.region->fast || !type || type->rank == 0) return;
  // What is broadcast and what is copied for it keep the last axis, too, if it has their length.
  if (const auto* spread = ir::expr_if<ir::BroadcastFor>(ctx.function, value)) {
    const CExpr length = last_size(ctx, spread->array), wanted = last_size(ctx, spread->target);
    if (!length || !wanted || !leave_to_region(ctx, infix("==", length, wanted))) return;
    value = spread->array;
  }
  const auto* view = ir::expr_if<ir::View>(ctx.function, value);
  const ir::LocalId base = ir::read_local(ctx.function, view ? view->array : value);
  if (!base || (view && !keeps_last_axis(ctx, value))) return;
  if (ctx.region->unit_views.contains(base)) {
    ctx.region->unit_views.insert(target);
  } else if (invariant(ctx, base)) {
    ctx.region->unit.insert(base);
    ctx.region->unit_views.insert(target);
  }
}

}  // namespace

void bases_of(const ir::TypeTable& types, const CExpr& value, ir::TypeId type,
              std::vector<CExpr>& out) {
  if (is_array(types, type)) out.push_back(member(value, "base"));
  if (const auto* tuple = types.get<ir::TupleType>(type)) {
    for (size_t k = 0; k < tuple->elements.size(); ++k) {
      bases_of(types, member(value, concat("e", k)), tuple->elements[k], out);
    }
  }
}

CExpr keep(FunctionContext& ctx, CExpr value, ir::TypeId type) {
  std::vector<CExpr> bases;
  bases_of(ctx.types(), value, type, bases);
  for (const CExpr& base : bases) {
    ctx.keeps->push_back(concat("keep", ctx.keeps->size()));
    emit(ctx, CEvaluate{call(concat(ctx.keeps->back(), ".take"), {base})});
  }
  return value;
}

std::set<ir::LocalId> owning_locals(const ir::Module& module, const ir::Function& function) {
  std::set<ir::LocalId> owning;
  for (bool changed = true; changed;) {
    changed = false;
    ir::walk_stmts(function, function.body, [&](ir::StmtId id) {
      const auto* assign = ir::stmt_if<ir::Assign>(function, id);
      if (!assign || !ir::holds<ir::ArrayType>(module.types, function[assign->target].type)) return;
      if (may_own(function, owning, assign->value)) changed |= owning.insert(assign->target).second;
    });
  }
  return owning;
}

void mark_assigned(FunctionContext& ctx, ir::LocalId variable) {
  emit(ctx, CAssign{name(concat(local_name(ctx, variable), "_set")), boolean(true)});
}

void lower_assign(FunctionContext& ctx, const ir::Assign& node) {
  const ir::TypeId type = ctx.function[node.target].type;
  const CExpr target = local(ctx, node.target);
  const bool fresh = gives_ownership(ctx.function, node.value);
  const CExpr value = lower_owned(ctx, node.value);
  if (ctx.owning.contains(node.target)) {
    const CExpr held = hold(ctx, concat(c_type(ctx.context, type), " const"), value);
    std::vector<CExpr> bases;
    bases_of(ctx.types(), held, type, bases);
    for (size_t k = 0; k < bases.size(); ++k) {
      const std::string reference =
          concat(local_name(ctx, node.target), "_ref[", k, fresh ? "].take" : "].share");
      emit(ctx, CEvaluate{call(reference, {bases[k]})});
    }
    emit(ctx, CAssign{target, held});
  } else {
    emit(ctx, CAssign{target, value});
  }
  note_assignment(ctx, node.target, node.value);
  note_unit_view(ctx, node.target, node.value);
  if (ctx.tracked.contains(node.target)) mark_assigned(ctx, node.target);
  if (ctx.nan_tracked.contains(node.target)) {
    const CExpr number = ctx.types().get<ir::MixedType>(type) ? member(target, "value") : target;
    const CExpr nan = name(concat(local_name(ctx, node.target), "_nan"));
    emit(ctx, CAssign{nan, infix("||", nan, infix("!=", number, number))});
  }
}

void retain_result(FunctionContext& ctx, const CExpr& value, ir::TypeId type, ir::ExprId from) {
  if (gives_ownership(ctx.function, from)) return;
  std::vector<CExpr> bases;
  bases_of(ctx.types(), value, type, bases);
  for (const CExpr& base : bases) emit(ctx, CEvaluate{call("parc_ref::retain", {base})});
}

}  // namespace parc::lower
