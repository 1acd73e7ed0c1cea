#include "codegen/legalize/element_updates.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/make_update.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// A load of the old value, for the messages of a failing subscript.
ir::ExprId load_of(const FunctionContext& ctx, const UpdateSite& site) {
  if (!site.update->copies.empty())
    return ir::stmt_if<ir::Assign>(ctx.function, site.update->copies.back())->value;
  for (const ir::ExprId expr : site.old_values) {
    if (ir::loaded_element(ctx.function, expr).container.valid()) return expr;
  }
  internal_error("an update of an element does not load it", ctx[site.update->stmt].range);
}

// The element's pointer, or the index of a list's item, in a form that may be written twice.
CExpr place_of(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site) {
  CExpr& place = ctx.elements->places[&site];
  if (place) return place;
  const ir::Expr& at = ctx[load_of(ctx, site)];
  if (target.is_list) {
    const CExpr length = arrow(lower_held(ctx, site.element.container), "length");
    place = hold(ctx, "const parc_i64",
                 checked_index(ctx, site.element.indices.front(), length,
                               invariant_length(ctx, site.element.container), 0, at,
                               "list index out of range"));
  } else {
    place =
        hold(ctx, concat(element_type(target.element), "* const"),
             array_element(ctx, site.element.container, site.element.indices, false, at).pointer);
  }
  return place;
}

// Evaluates what the update needs, in Python's order.
class Evaluation {
 public:
  Evaluation(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site)
      : ctx_(ctx), target_(target), site_(site) {}

  void run(ir::ExprId expr) {
    for (const ir::ExprId old_value : site_.old_values) {
      if (old_value == expr) {
        place_of(ctx_, target_, site_);
        return;
      }
    }
    for (const CapturedValue& value : site_.captured) {
      for (const ir::ExprId captured : value.exprs) {
        if (captured == expr) return take(value, expr);
      }
    }
    if (!reads_old_value(ctx_, site_, expr)) return;  // a constant
    ir::for_each_operand(ctx_[expr].node, [&](ir::ExprId operand) { run(operand); });
  }

  std::vector<std::pair<std::string, CExpr>> values;

 private:
  void take(const CapturedValue& value, ir::ExprId expr) {
    for (const auto& [field, known] : values) {
      if (field == value.field) return;
    }
    values.emplace_back(value.field, lower_held(ctx_, expr));
  }

  FunctionContext& ctx_;
  const ElementTarget& target_;
  const UpdateSite& site_;
};

size_t number_of(const ElementTarget& target, const UpdateSite& site) {
  return static_cast<size_t>(&site - target.sites.data());
}

void write_record(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site,
                  const CExpr& place, const Evaluation& evaluation) {
  const ir::Stmt& stmt = ctx[site.update->stmt];
  const std::string record = temporary(ctx);
  emit(ctx, CDeclare{concat(target.record, "* const"), record,
                     call(concat(log_name(target), ".add"),
                          {name("st"), address(name(frame_name(ctx, stmt.range, stmt.frame)))})});
  emit_check(ctx, prefix("!", name(record)), leave_with_error(ctx));
  const auto set = [&](const std::string& field, const CExpr& value) {
    emit(ctx, CAssign{arrow(name(record), field), value});
  };
  set("key", target.is_list
                 ? place
                 : infix("-", cast("char*", place), arrow(name("parc_env"), low_name(target))));
  if (target.sites.size() > 1) set("site", integer(static_cast<int64_t>(number_of(target, site))));
  if (target.may_fail) set("order", prefix("++", name("parc_order")));
  for (const auto& [field, value] : evaluation.values) set(field, value);
}

void make_in_place(FunctionContext& ctx, const ElementTarget& target, const UpdateSite& site,
                   const CExpr& place, const Evaluation& evaluation) {
  UpdatePlace where{place, nullptr, nullptr, target.wide};
  if (target.is_list) {
    where.list = lower_held(ctx, site.element.container);
    where.index = place;
    const CExpr items = cast(concat(element_type(target.element), "*"), arrow(where.list, "items"));
    where.pointer = target.wide ? nullptr : address(element(items, place));
  }
  emit_update(ctx, target, site, where, [&](const std::string& field) {
    for (const auto& [known, value] : evaluation.values) {
      if (known == field) return value;
    }
    internal_error("an update needs what was not computed", ctx[site.update->stmt].range);
  });
}

// Conditions before the one that tests the old value decide whether there is an update.
void update_behind(FunctionContext& ctx, const ElementSites::Site& update,
                   const ir::ExprId condition) {
  const auto& [target, site] = update;
  const auto* logic = condition ? ir::expr_if<ir::Logic>(ctx.function, condition) : nullptr;
  if (logic && logic->is_and && !reads_old_value(ctx, *site, logic->left)) {
    const CExpr guard = lower(ctx, logic->left);
    CBlock guarded;
    into(ctx, guarded, [&] { update_behind(ctx, update, logic->right); });
    emit(ctx, CIf{guard, Hint::kNone, std::move(guarded), {}});
    return;
  }
  Evaluation evaluation(ctx, *target, *site);
  if (condition) evaluation.run(condition);
  evaluation.run(stored_value(ctx, *site));
  const CExpr place = place_of(ctx, *target, *site);
  if (ctx.elements->recording) {
    write_record(ctx, *target, *site, place, evaluation);
  } else {
    make_in_place(ctx, *target, *site, place, evaluation);
  }
}

}  // namespace

ElementSites element_sites(const std::vector<ElementTarget>& targets, bool recording) {
  ElementSites sites;
  sites.recording = recording;
  for (const ElementTarget& target : targets) {
    for (const UpdateSite& site : target.sites) {
      sites.sites[site.update->stmt] = {&target, &site};
      for (const ir::StmtId copy : site.update->copies) sites.sites[copy] = {&target, &site};
    }
  }
  return sites;
}

std::string log_name(const ElementTarget& target) { return concat("log_", target.variable.value); }
std::string low_name(const ElementTarget& target) { return concat("low_", target.variable.value); }

void add_wide_sites(const FunctionContext& outer, ElementSites& sites) {
  if (!outer.elements) return;
  for (const auto& [stmt, site] : outer.elements->sites) {
    if (site.target->wide) sites.sites.insert({stmt, site});
  }
}

void add_log_fields(CStruct& environment, const std::vector<ElementTarget>& targets) {
  for (const ElementTarget& target : targets) {
    environment.fields.push_back({concat("parc_log<", target.record, ">*"), log_name(target)});
    if (!target.is_list) environment.fields.push_back({"char*", low_name(target)});
  }
}

void declare_logs(FunctionContext& block, const std::vector<ElementTarget>& targets) {
  for (const ElementTarget& target : targets) {
    emit(block, CDeclare{concat("parc_log_end<", target.record, ">"), log_name(target),
                         arrow(name("parc_env"), log_name(target))});
  }
  // Of the updates of all targets, so that the first one that fails is known.
  for (const ElementTarget& target : targets) {
    if (target.may_fail) return emit(block, CDeclare{"parc_i32", "parc_order", integer(0)});
  }
}

bool lower_element_update(FunctionContext& ctx, ir::StmtId stmt) {
  if (!ctx.elements) return false;
  const auto found = ctx.elements->sites.find(stmt);
  if (found == ctx.elements->sites.end()) return false;
  const auto& [target, site] = found->second;
  if (stmt != site->update->stmt) {
    place_of(ctx, *target, *site);
    return true;
  }
  const auto* branch = ir::stmt_if<ir::If>(ctx.function, stmt);
  update_behind(ctx, found->second, branch ? branch->condition : ir::ExprId{});
  ctx.elements->places.erase(site);
  return true;
}

}  // namespace parc::lower
