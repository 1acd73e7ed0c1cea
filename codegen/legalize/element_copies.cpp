#include "codegen/legalize/element_copies.h"

#include <limits>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/element_targets.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/part_fields.h"
#include "codegen/legalize/scalar_calls.h"
#include "codegen/legalize/totals.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

std::string keep_name(const Driver& driver, const ElementTarget& target) {
  return concat("keep", driver.number, "_", target.variable.value);
}

int rank_of(const FunctionContext& ctx, const ElementTarget& target) {
  const auto* array = ctx.types().get<ir::ArrayType>(ctx.function[target.variable].type);
  return array ? array->rank : 1;
}

// The items of a list as an array, or the array itself.
CExpr view_of(const ElementTarget& target, const CExpr& value) {
  return target.is_list ? call(concat("parc_list_view<", item_type(target), ">"), {value}) : value;
}

// What a copy is filled with; null: the elements themselves, which counted twice change nothing.
CExpr filling(const ElementTarget& target) {
  const ir::Reduction& reduction = *target.reduction;
  if (is_extreme(reduction)) {
    const bool keeps = reduction.extreme.nan == ir::NanRule::kKeeps;
    if (!keeps || !ir::is_floating(target.element)) return nullptr;
    const double infinity = std::numeric_limits<double>::infinity();
    const bool single = target.element == ir::Kind::kF32;
    return floating(reduction.op == ir::ReductionOp::kMax ? -infinity : infinity, single);
  }
  if (reduction.op == ir::ReductionOp::kBitAnd || reduction.op == ir::ReductionOp::kBitOr)
    return nullptr;
  return cast(item_type(target),
              neutral({reduction.op, target.element, target.element, target.wide}));
}

}  // namespace

std::string item_type(const ElementTarget& target) {
  return target.wide ? "parc_i128" : element_type(target.element);
}

std::string copies_name(const Driver& driver, const ElementTarget& target) {
  return concat("copies", driver.number, "_", target.variable.value);
}

CExpr size_of(FunctionContext& ctx, const ElementTarget& target) {
  const CExpr variable = local(ctx, target.variable);
  return target.is_list ? arrow(variable, "length") : call("parc_array_size", {variable});
}

void declare_copies(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver) {
  for (const ElementTarget& target : blocks.targets) {
    emit(ctx, CDeclare{"parc_ref", keep_name(driver, target), nullptr});
    emit(ctx, CDeclare{concat(item_type(target), "*"), copies_name(driver, target), null()});
  }
}

CExpr make_room(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
                const CExpr& frame) {
  const CExpr copies = name(copies_name(driver, target));
  emit(ctx,
       CAssign{copies, call(concat("parc_copies_new<", item_type(target), ">"),
                            {name("st"), address(name(keep_name(driver, target))),
                             size_of(ctx, target), member(name(driver.way), "groups"), frame})});
  return infix("!=", copies, null());
}

void emit_copy(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
               const std::string& own, const CExpr& group) {
  const std::string copy = temporary(ctx), view = temporary(ctx), item = item_type(target);
  const CExpr variable = local(ctx, target.variable), copies = name(copies_name(driver, target));
  if (target.is_list) {
    const CExpr stride = call(concat("parc_copy_stride<", item, ">"), {size_of(ctx, target)});
    const CExpr items = infix("+", copies, infix("*", group, stride));
    emit(ctx, CDeclare{"parc_list", copy,
                       call("parc_list_with", {variable, items, boolean(target.wide)})});
    emit(ctx, CDeclare{concat("const parc_view<", item, ", 1>"), view,
                       view_of(target, address(name(copy)))});
  } else {
    emit(ctx, CDeclare{concat("const ", c_type(ctx.context, ctx.function[target.variable].type)),
                       view, call("parc_copy_of", {variable, copies, group})});
  }
  if (const CExpr value = filling(target)) {
    emit(ctx, CEvaluate{call("parc_copy_fill", {name(view), value})});
  } else {
    emit(ctx, CEvaluate{call("parc_array_copy", {name(view), view_of(target, variable)})});
  }
  emit(ctx, CAssign{member(name(own), local_name(ctx, target.variable)),
                    target.is_list ? address(name(copy)) : name(view)});
}

void emit_if_ready(FunctionContext& ctx, const Driver& driver, const CExpr& ready, CBlock code) {
  const CExpr fail = call("parc_loop_event", {address(name(driver.loop)), name("st"), integer(0),
                                              name("PARC_EVENT_ERROR")});
  emit(ctx, CIf{ready, Hint::kNone, std::move(code), {statement(CEvaluate{fail})}});
}

void emit_groups(FunctionContext& ctx, const ir::ParOptions& options, const BlockFunctions& blocks,
                 const Driver& driver, const CExpr& frame) {
  const CExpr groups = member(name(driver.way), "groups");
  CExpr ready;
  for (const ElementTarget& target : blocks.targets)
    ready = conjunction(ready, make_room(ctx, target, driver, frame));
  CBlock region;
  into(ctx, region, [&] {
    const RegionPlan plan = plan_of_pieces(options, driver.loop, integer(0), groups);
    emit_region(ctx, plan, [&](const std::string& group, const CExpr& worker) {
      CBlock piece;
      into(ctx, piece, [&] {
        const std::string own = temporary(ctx);
        emit(ctx, CDeclare{blocks.environment, own, name(driver.environment)});
        for (const ElementTarget& target : blocks.targets)
          emit_copy(ctx, target, driver, own, name(group));
        emit(ctx,
             CEvaluate{call("parc_run_group", {address(name(driver.loop)), worker, name(group),
                                               groups, address(name(own)), parts_of(blocks, driver),
                                               chosen_version(blocks.plain, driver.fast)})});
      });
      return piece;
    });
  });
  emit_if_ready(ctx, driver, ready, std::move(region));
}

namespace {

// ---- merging ----

CExpr combined(const ElementTarget& target, const CExpr& a, const CExpr& b) {
  const ir::Reduction& reduction = *target.reduction;
  if (is_extreme(reduction)) {
    const CExpr better = infix(ir::spelling(reduction.extreme.compare), b, a);
    return ternary(extreme_replaces(reduction.extreme.nan, better, a, b), b, a);
  }
  const ir::BinaryOp op = combining_op(reduction.op);
  if (ir::is_bool(target.element)) {
    const auto truth = [](const CExpr& value) { return infix("!=", value, integer(0)); };
    const OperatorImpl impl = binary_impl(op, ir::Kind::kBool, ir::Kind::kBool);
    return cast(element_type(target.element), plain_call(impl, {truth(a), truth(b)}));
  }
  return plain_call(binary_impl(op, target.element, target.element), {a, b});
}

// T combine(T a, T b): what two parts of one element make.
std::string combining_function(FunctionContext& ctx, const ElementTarget& target) {
  const std::string function = concat(target.base, "_combine", target.variable.value);
  if (!ctx.context.combining.insert(function).second) return function;
  const std::string type = element_type(target.element);
  CFunction combine;
  combine.hint = FunctionHint::kInline;
  combine.result = type;
  combine.name = function;
  combine.parameters = {{type, "a"}, {type, "b"}};
  combine.body.push_back(statement(CReturn{combined(target, name("a"), name("b"))}));
  combine.comment = concat("merges two parts of ", ctx.function[target.variable].name);
  ctx.context.program.declarations.emplace_back(std::move(combine));
  return function;
}

// Pieces of the target, shared out to threads where that pays.
void merge_array(FunctionContext& ctx, const ElementTarget& target, const Driver& driver) {
  const CExpr groups = member(name(driver.way), "groups");
  const std::string pieces = temporary(ctx), merge = temporary(ctx);
  emit(ctx, CDeclare{"const parc_i64", pieces, call("parc_merge_pieces", {size_of(ctx, target)})});
  emit(ctx, CDeclare{"parc_loop", merge, nullptr});
  emit(ctx, CEvaluate{
                call("parc_loop_begin", {address(name(merge)), name("st"), name(pieces), integer(1),
                                         integer(0), call("parc_merge_weight", {groups}),
                                         member(name(driver.loop), "threads"), integer(0)})});
  const CExpr view = view_of(target, local(ctx, target.variable));
  const std::string function = concat("parc_merge<", item_type(target), ", ", rank_of(ctx, target),
                                      ", ", combining_function(ctx, target), ">");
  const RegionPlan plan{merge, integer(0), name(pieces)};
  emit_region(ctx, plan, [&](const std::string& piece, const CExpr&) {
    return CBlock{statement(
        CEvaluate{call(function, {view, name(copies_name(driver, target)), groups, name(piece)})})};
  });
  emit(ctx, CEvaluate{call("parc_loop_end", {address(name(merge)), name("st")})});
}

void merge_wide(FunctionContext& ctx, const ElementTarget& target, const Driver& driver,
                const CBlock& leave) {
  const bool product = target.reduction->op == ir::ReductionOp::kProduct;
  const ir::Stmt& update = ctx[target.sites.front().update->stmt];
  CBlock failed = leave;
  for (CStmt& stmt : fail_overflow(ctx, product ? "*=" : "+=", update.range, update.frame))
    failed.push_back(std::move(stmt));
  emit_check(
      ctx,
      call("parc_merge_items", {local(ctx, target.variable), name(copies_name(driver, target)),
                                member(name(driver.way), "groups"), boolean(product)}),
      std::move(failed));
}

}  // namespace

void emit_merges(FunctionContext& ctx, const BlockFunctions& blocks, const Driver& driver,
                 const CBlock& leave) {
  for (const ElementTarget& target : blocks.targets) {
    CBlock merge;
    into(ctx, merge, [&] {
      if (target.is_list) mark_written(ctx, local(ctx, target.variable));
      if (target.wide) {
        merge_wide(ctx, target, driver, leave);
      } else {
        merge_array(ctx, target, driver);
      }
    });
    emit(ctx, CIf{infix("!=", name(copies_name(driver, target)), null()),
                  Hint::kNone,
                  std::move(merge),
                  {}});
  }
}

}  // namespace parc::lower
