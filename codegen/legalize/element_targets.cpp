#include "codegen/legalize/element_targets.h"

#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

bool is_old_value(const UpdateSite& site, ir::ExprId expr) {
  return std::count(site.old_values.begin(), site.old_values.end(), expr) > 0;
}

// Roots of what the update computes, in the order in which Python evaluates them.
std::vector<ir::ExprId> roots_of(const FunctionContext& ctx, const ir::ElementUpdate& update) {
  std::vector<ir::ExprId> roots;
  if (const auto* branch = ir::stmt_if<ir::If>(ctx.function, update.stmt))
    roots.push_back(branch->condition);
  const auto* store = ir::stmt_if<ir::Store>(ctx.function, update.store);
  roots.push_back(store ? store->value
                        : ir::stmt_if<ir::ListSet>(ctx.function, update.store)->value);
  return roots;
}

void find_old_values(const FunctionContext& ctx, UpdateSite& site) {
  std::vector<ir::LocalId> copies;
  for (const ir::StmtId copy : site.update->copies)
    copies.push_back(ir::stmt_if<ir::Assign>(ctx.function, copy)->target);
  for (const ir::ExprId root : roots_of(ctx, *site.update)) {
    ir::walk_expr(ctx.function, root, [&](ir::ExprId id) {
      const ir::LocalId local = ir::read_local(ctx.function, id);
      const bool copied = local && std::count(copies.begin(), copies.end(), local) > 0;
      const ir::Element loaded = ir::loaded_element(ctx.function, id);
      if (copied || ir::same_element(ctx.function, loaded, site.element))
        site.old_values.push_back(id);
    });
  }
}

// Finds what the update needs beside the old value: the largest parts that do not read it.
class Capture {
 public:
  Capture(FunctionContext& ctx, UpdateSite& site) : ctx_(ctx), site_(site) {}

  void in(ir::ExprId expr) {
    if (is_old_value(site_, expr)) return;
    if (reads_old_value(ctx_, site_, expr)) {
      ir::for_each_operand(ctx_[expr].node, [&](ir::ExprId operand) { in(operand); });
      return;
    }
    if (ir::expr_if<ir::Const>(ctx_.function, ir::strip_coerce(ctx_.function, expr))) return;
    for (CapturedValue& known : site_.captured) {
      if (!ir::same_structure(ctx_.function, known.exprs.front(), expr)) continue;
      known.exprs.push_back(expr);
      return;
    }
    site_.captured.push_back({{expr}, ""});
  }

 private:
  FunctionContext& ctx_;
  UpdateSite& site_;
};

// Every site uses the fields of a type from the first on.
void place_fields(FunctionContext& ctx, ElementTarget& target) {
  for (UpdateSite& site : target.sites) {
    std::vector<bool> taken(target.fields.size());
    for (CapturedValue& value : site.captured) {
      const std::string type = c_type(ctx.context, ctx[value.exprs.front()].type);
      size_t at = 0;
      while (at < target.fields.size() && (taken[at] || target.fields[at].type != type)) ++at;
      if (at == target.fields.size()) {
        target.fields.push_back({type, concat("value", at)});
        taken.push_back(false);
      }
      taken[at] = true;
      value.field = target.fields[at].name;
    }
  }
}

UpdateSite make_site(FunctionContext& ctx, const ir::ElementUpdate& update) {
  UpdateSite site{&update, ir::stored_element(ctx.function, update.store), {}, {}};
  find_old_values(ctx, site);
  Capture capture(ctx, site);
  for (const ir::ExprId root : roots_of(ctx, update)) capture.in(own_condition(ctx, site, root));
  return site;
}

// Updates in an inner par loop are made by the blocks of that one.
bool updates_in_par(const ir::Function& function, const ir::Loop& loop,
                    const ir::Reduction& reduction) {
  bool found = false;
  ir::walk_stmts(function, loop.body, [&](ir::StmtId id) {
    const auto* inner = ir::stmt_if<ir::Loop>(function, id);
    if (!inner || !inner->par) return;
    ir::walk_stmts(function, inner->body, [&](ir::StmtId stmt) {
      for (const ir::ElementUpdate& update : reduction.element_updates)
        found |= update.stmt == stmt;
    });
  });
  return found;
}

}  // namespace

bool reads_old_value(const FunctionContext& ctx, const UpdateSite& site, ir::ExprId expr) {
  bool found = false;
  ir::walk_expr(ctx.function, expr, [&](ir::ExprId id) { found |= is_old_value(site, id); });
  return found;
}

ir::ExprId own_condition(const FunctionContext& ctx, const UpdateSite& site, ir::ExprId condition) {
  for (;;) {
    const auto* logic = ir::expr_if<ir::Logic>(ctx.function, condition);
    if (!logic || !logic->is_and || reads_old_value(ctx, site, logic->left)) return condition;
    condition = logic->right;
  }
}

bool can_record(const std::vector<ElementTarget>& targets) {
  return !targets.empty() &&
         std::all_of(targets.begin(), targets.end(),
                     [](const ElementTarget& target) { return !target.record.empty(); });
}

bool is_exact(const ElementTarget& target) {
  const bool rounds = ir::is_floating(target.element) || ir::is_complex(target.element);
  const ir::ReductionOp op = target.reduction->op;
  return !rounds || (op != ir::ReductionOp::kSum && op != ir::ReductionOp::kProduct);
}

std::vector<ElementTarget> element_targets(FunctionContext& ctx, const ir::Loop& loop,
                                           const ir::LoopFacts& facts, const std::string& base) {
  std::vector<ElementTarget> targets;
  for (const ir::Reduction& reduction : ir::reductions_of(facts, ir::ReductionTarget::kElements)) {
    const ir::TypeId type = ctx.function[reduction.variable].type;
    ElementTarget target{&reduction, reduction.variable,
                         ctx.types().kind(ir::element_type(ctx.types(), type))};
    target.base = base;
    target.is_list = ctx.types().get<ir::ListType>(type) != nullptr;
    target.wide =
        target.is_list && target.element == ir::Kind::kInt &&
        (reduction.op == ir::ReductionOp::kSum || reduction.op == ir::ReductionOp::kProduct);
    for (const ir::ElementUpdate& update : reduction.element_updates)
      target.sites.push_back(make_site(ctx, update));
    place_fields(ctx, target);
    if (!updates_in_par(ctx.function, loop, reduction)) {
      target.record = concat(base, "_update", targets.size());
      target.apply = concat(base, "_apply", targets.size());
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

}  // namespace parc::lower
