// Serial loops: strips with a look at signals, else clauses, and the fast version of an outermost
// loop.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/recording.h"
#include "codegen/legalize/region.h"
#include "codegen/legalize/statements.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

constexpr int64_t kWhileStrip = 4096;

bool has_loop(const ir::Function& function, const ir::Block& block, bool par_only) {
  bool found = false;
  ir::walk_stmts(function, block, [&](ir::StmtId id) {
    const auto* loop = ir::stmt_if<ir::Loop>(function, id);
    found |= loop && (!par_only || loop->par);
    found |= !par_only && ir::stmt_if<ir::While>(function, id);
  });
  return found;
}

bool has_call(const ir::Function& function, const ir::Block& block) {
  bool found = false;
  ir::walk_exprs(function, block,
                 [&](ir::ExprId id) { found |= ir::expr_if<ir::Call>(function, id) != nullptr; });
  return found;
}

void emit_due(FunctionContext& ctx, CExpr weight) {
  emit_check(ctx, call("parc_due", {name("st"), std::move(weight)}), leave_stopping(ctx));
}

// The loop's body with break and continue going to the right places.
CBlock body_of(FunctionContext& ctx, const ir::Loop& node, const std::string& break_label,
               bool due) {
  CBlock body;
  ctx.loops.push_back({false, break_label});
  into(ctx, body, [&] {
    if (due) emit_due(ctx, integer(1));
    emit_loop_body(ctx, node);
  });
  ctx.loops.pop_back();
  return body;
}

void emit_counted(FunctionContext& ctx, const ir::Loop& node, const CExpr& trip) {
  const std::string index = local_name(ctx, node.index);
  ctx.used->insert(node.index);
  const bool innermost =
      !has_loop(ctx.function, node.body, false) && !has_call(ctx.function, node.body);
  const __int128* count = literal(trip);
  const bool strips = innermost && !(count && *count <= 65536);
  const bool label = strips || !node.orelse.empty();
  const std::string done = label ? concat("done", (*ctx.temporaries)++) : "";
  CBlock body = body_of(ctx, node, done, !innermost);
  const LoopOrigin origin = origin_of(ctx, node.header);
  if (!strips) {
    emit(ctx, CFor{index, integer(0), trip, integer(1), std::move(body), origin});
  } else {
    const std::string first = temporary(ctx), last = temporary(ctx);
    CBlock strip;
    strip.push_back(statement(CDeclare{
        "const parc_i64", last, call("parc_end_of", {name(first), name("PARC_STRIP"), trip})}));
    strip.push_back(
        statement(CFor{index, name(first), name(last), integer(1), std::move(body), origin}));
    into(ctx, strip, [&] { emit_due(ctx, infix("-", name(last), name(first))); });
    emit(ctx, CFor{first, integer(0), trip, name("PARC_STRIP"), std::move(strip)});
  }
  if (!node.orelse.empty()) {
    CBlock orelse;
    into(ctx, orelse, [&] { lower_block(ctx, node.orelse); });
    emit(ctx, CScope{std::move(orelse)});
  }
  if (label) emit(ctx, CLabel{done});
}

CExpr unit_condition(FunctionContext& ctx, const std::set<ir::LocalId>& arrays) {
  std::vector<CExpr> conditions;
  for (const ir::LocalId array : arrays) {
    const auto& type = *ctx.types().get<ir::ArrayType>(ctx.function[array].type);
    const CExpr stride = element(member(local(ctx, array), "stride"), integer(type.rank - 1));
    conditions.push_back(infix("==", stride, integer(ir::byte_size(type.elem))));
  }
  return all_of(conditions);
}

}  // namespace

void lower_counted_loop(FunctionContext& ctx, const ir::Loop& node, const CExpr& trip) {
  const std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);
  forget(ctx, assigned);
  const Bound bound = index_bound(ctx, node.trip);
  if (ctx.region && bound.known()) ctx.region->bounds[node.index] = bound;
  emit_counted(ctx, node, trip);
  forget(ctx, assigned);
  if (ctx.region) ctx.region->bounds.erase(node.index);
  forget(ctx, assigned_locals(ctx.function, node.orelse));
}

CExpr fast_condition(FunctionContext& ctx, const CExpr& precondition,
                     const std::set<ir::LocalId>& unit) {
  return conjunction(precondition, unit_condition(ctx, unit));
}

namespace {

// An int sum or product without a look at its size.
CExpr wrapping(FunctionContext& ctx, ir::ExprId expr) {
  const auto* node = ir::expr_if<ir::Binary>(ctx.function, ir::strip_coerce(ctx.function, expr));
  if (!node || (node->op != ir::BinaryOp::kAdd && node->op != ir::BinaryOp::kMul))
    return cast("parc_u64", lower(ctx, expr));
  return infix(node->op == ir::BinaryOp::kAdd ? "+" : "*", wrapping(ctx, node->left),
               wrapping(ctx, node->right));
}

// The target of a range is one of its items, which fit 64 bits though the product may not.
bool lower_range_target(FunctionContext& ctx, const ir::Loop& loop, ir::StmtId id) {
  const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, id);
  if (!assign || !is_range_target(ctx, loop, assign->value)) return false;
  if (!ir::expr_if<ir::Binary>(ctx.function, assign->value)) return false;
  emit(ctx, CAssign{local(ctx, assign->target), cast("parc_i64", wrapping(ctx, assign->value))});
  note_assignment(ctx, assign->target, assign->value);
  if (ctx.tracked.contains(assign->target)) mark_assigned(ctx, assign->target);
  return true;
}

}  // namespace

void emit_loop_body(FunctionContext& ctx, const ir::Loop& node) {
  record_iteration(ctx, node);
  for (const ir::StmtId id : node.body) {
    if (!lower_range_target(ctx, node, id)) lower_statement(ctx, id);
    record_loop_variable(ctx, node, id);
    const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, id);
    if (!assign || !ctx.region) continue;
    const Bound bound = range_target_bound(ctx, node, assign->value);
    if (bound.known()) ctx.region->bounds[assign->target] = bound;
  }
}

void lower_serial_loop(FunctionContext& ctx, ir::StmtId, const ir::Loop& node) {
  const CExpr trip = hold(ctx, "const parc_i64", lower(ctx, node.trip));
  if (ctx.region || has_loop(ctx.function, node.body, true)) {
    lower_counted_loop(ctx, node, trip);
    return;
  }
  Region fast;
  fast.fast = true;
  fast.modified = assigned_locals(ctx.function, node.body);
  fast.modified.insert(node.index);
  fast.modified.merge(assigned_locals(ctx.function, node.orelse));
  Region checked = fast;
  checked.fast = false;
  CBlock fast_code, checked_code;
  const uint32_t line = ctx.line;
  const auto write = [&](Region& region, CBlock& code) {
    ctx.region = &region;
    ctx.line = line;
    const std::string suffix = std::exchange(ctx.label_suffix, concat("_", (*ctx.temporaries)++));
    into(ctx, code, [&] { lower_counted_loop(ctx, node, trip); });
    ctx.label_suffix = suffix;
    ctx.region = nullptr;
  };
  write(fast, fast_code);
  const CExpr condition = fast_condition(ctx, all_of(fast.conditions), fast.unit);
  if (!condition) {
    emit(ctx, CScope{std::move(fast_code)});
    return;
  }
  write(checked, checked_code);
  emit(ctx, CIf{condition, Hint::kLikely, std::move(fast_code), std::move(checked_code)});
}

void lower_while(FunctionContext& ctx, const ir::While& node, SourceRange header) {
  std::set<ir::LocalId> assigned = assigned_locals(ctx.function, node.body);
  assigned.merge(assigned_locals(ctx.function, node.orelse));
  forget(ctx, assigned);
  const bool innermost =
      !has_loop(ctx.function, node.body, false) && !has_call(ctx.function, node.body);
  const std::string left = temporary(ctx);
  if (innermost) emit(ctx, CDeclare{"parc_i64", left, integer(kWhileStrip)});
  CBlock body;
  ctx.loops.push_back({false, ""});
  into(ctx, body, [&] {
    const CExpr condition = lower(ctx, node.condition);
    CBlock leave;
    ctx.loops.pop_back();
    into(ctx, leave, [&] { lower_block(ctx, node.orelse); });
    ctx.loops.push_back({false, ""});
    leave.push_back(statement(CBreak{}));
    emit(ctx, CIf{prefix("!", condition), Hint::kNone, std::move(leave), {}});
    assume(ctx, node.condition, true);
    if (innermost) {
      CBlock refill;
      into(ctx, refill, [&] {
        emit_due(ctx, integer(kWhileStrip));
        emit(ctx, CAssign{name(left), integer(kWhileStrip)});
      });
      emit(ctx, CIf{infix("<", prefix("--", name(left)), integer(0)),
                    Hint::kUnlikely,
                    std::move(refill),
                    {}});
    } else {
      emit_due(ctx, integer(1));
    }
    lower_block(ctx, node.body);
  });
  ctx.loops.pop_back();
  emit(ctx, CForever{std::move(body), origin_of(ctx, header)});
  if (innermost) {
    const CExpr spent = infix("-", integer(kWhileStrip), name(left));
    emit(ctx, CEvaluate{call("parc_spent", {name("st"), spent})});
  }
  forget(ctx, assigned);
}

}  // namespace parc::lower
