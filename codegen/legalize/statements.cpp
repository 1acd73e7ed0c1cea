#include "codegen/legalize/statements.h"

#include "codegen/legalize/accumulate.h"
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element_updates.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/recording.h"
#include "codegen/legalize/region.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

std::string label_name(const FunctionContext& ctx, ir::LabelId label) {
  return concat("L", label.value, ctx.label_suffix);
}

void lower_if(FunctionContext& ctx, const ir::If& node) {
  const CExpr condition = lower(ctx, node.condition);
  CBlock then_body, else_body;
  const auto branch = [&](CBlock& code, const ir::Block& body, bool holds) {
    const Region saved = ctx.region ? *ctx.region : Region{};
    assume(ctx, node.condition, holds);
    into(ctx, code, [&] { lower_block(ctx, body); });
    if (!ctx.region) return;
    ctx.region->bounds = saved.bounds;
    ctx.region->unit_views = saved.unit_views;
    ctx.region->view_sizes = saved.view_sizes;
  };
  branch(then_body, node.then_body, true);
  branch(else_body, node.else_body, false);
  forget(ctx, assigned_locals(ctx.function, node.then_body));
  forget(ctx, assigned_locals(ctx.function, node.else_body));
  emit(ctx, CIf{condition, Hint::kNone, std::move(then_body), std::move(else_body)});
}

void lower_raise(FunctionContext& ctx, const ir::Stmt& stmt, const ir::Raise& node) {
  Site site{"PARC_RAISE_MESSAGE", node.exception, {}};
  std::vector<ErrorValue> values;
  const auto add_value = [&](ir::ExprId expr, SitePart part) {
    part.is_value = true;
    const CExpr value = lower_held(ctx, expr);
    const auto* mixed = ctx.types().get<ir::MixedType>(ctx[expr].type);
    values.push_back(mixed ? ErrorValue{value, mixed->carrier, mixed}
                           : ErrorValue{value, ctx.types().kind(ctx[expr].type)});
    site.parts.push_back(std::move(part));
  };
  int argument = 0;
  for (const ir::RaiseArgument& given : node.args) {
    for (const ir::MessagePart& part : given.parts) {
      SitePart out{part.text, false, part.conversion, part.spec, argument, false};
      if (part.value) {
        add_value(part.value, std::move(out));
      } else {
        site.parts.push_back(std::move(out));
      }
    }
    if (given.value) add_value(given.value, SitePart{"", true, 0, "", argument, true});
    ++argument;
  }
  for (CStmt& leave : fail_with(ctx, site, values, stmt.range, stmt.frame))
    emit(ctx, std::move(leave));
}

void lower_return(FunctionContext& ctx, const ir::Return& node) {
  const CExpr value = lower_owned(ctx, node.value);
  if (ctx.exit == Exit::kBlock) {
    emit(ctx, CAssign{arrow(name("parc_out"), "result"), value});
    retain_result(ctx, arrow(name("parc_out"), "result"), ctx[node.value].type, node.value);
    emit(ctx,
         CAssign{name("parc_event"), call("parc_leave", {name("parc_at"), name(ctx.block_index),
                                                         name("PARC_EVENT_RETURN")})});
    emit(ctx, CGoto{"parc_done"});
    return;
  }
  emit(ctx, CAssign{prefix("*", name("parc_result")), value});
  retain_result(ctx, prefix("*", name("parc_result")), ctx[node.value].type, node.value);
  emit(ctx, CReturn{boolean(false)});
}

void lower_break(FunctionContext& ctx) {
  const LoopFrame& loop = ctx.loops.back();
  if (loop.is_par) {
    emit(ctx,
         CAssign{name("parc_event"), call("parc_leave", {name("parc_at"), name(ctx.block_index),
                                                         name("PARC_EVENT_BREAK")})});
    emit(ctx, CGoto{"parc_done"});
  } else if (loop.break_label.empty()) {
    emit(ctx, CBreak{});
  } else {
    emit(ctx, CGoto{loop.break_label});
  }
}

struct StatementLowerer {
  FunctionContext& ctx;
  ir::StmtId id;
  const ir::Stmt& stmt;

  void operator()(const ir::Assign& node) const { lower_assign(ctx, node); }
  void operator()(const ir::Store& node) const { lower_store(ctx, stmt, node); }
  void operator()(const ir::StoreView& node) const { lower_store_view(ctx, stmt, node); }
  void operator()(const ir::ListSet& node) const { lower_list_set(ctx, stmt, node); }
  void operator()(const ir::Evaluate& node) const { lower_for_effects(ctx, node.value); }
  void operator()(const ir::If& node) const { lower_if(ctx, node); }
  void operator()(const ir::While& node) const { lower_while(ctx, node, stmt.range); }
  void operator()(const ir::Loop& node) const {
    if (node.par && ctx.context.info.record) {
      lower_recorded_loop(ctx, id, node);
    } else if (node.par) {
      lower_par_loop(ctx, id, node);
    } else {
      lower_serial_loop(ctx, id, node);
    }
  }
  void operator()(const ir::Break&) const { lower_break(ctx); }
  void operator()(const ir::Continue&) const { emit(ctx, CContinue{}); }
  void operator()(const ir::Return& node) const { lower_return(ctx, node); }
  void operator()(const ir::Raise& node) const { lower_raise(ctx, stmt, node); }
  void operator()(const ir::CheckBound& node) const {
    const std::string text = concat("cannot access local variable '", node.name,
                                    "' where it is not associated with a value");
    emit_check(ctx, prefix("!", local(ctx, node.flag)),
               fail_message(ctx, "UnboundLocalError", text, {}, stmt.range, stmt.frame));
  }
  void operator()(const ir::Labeled& node) const {
    CBlock body;
    into(ctx, body, [&] { lower_block(ctx, node.body); });
    emit(ctx, CScope{std::move(body)});
    emit(ctx, CLabel{label_name(ctx, node.label)});
    forget(ctx, assigned_locals(ctx.function, node.body));
  }
  void operator()(const ir::Leave& node) const { emit(ctx, CGoto{label_name(ctx, node.label)}); }
};

void mark_line(FunctionContext& ctx, const ir::Stmt& stmt) {
  const ir::Frame& frame = ctx.function.frames[stmt.frame];
  if (frame.file != ctx.context.module.file) return;
  const uint32_t line = ctx.context.sources.begin(stmt.range).line;
  if (line == ctx.line) return;
  ctx.line = line;
  emit(ctx, CLine{line});
}

}  // namespace

void lower_statement(FunctionContext& ctx, ir::StmtId id) {
  const ir::Stmt& stmt = ctx[id];
  mark_line(ctx, stmt);
  if (lower_reduction_update(ctx, id) || lower_element_update(ctx, id)) return;
  std::visit(StatementLowerer{ctx, id, stmt}, stmt.node);
}

void lower_block(FunctionContext& ctx, const ir::Block& block) {
  for (const ir::StmtId stmt : block) lower_statement(ctx, stmt);
}

}  // namespace parc::lower
