#include "codegen/legalize/apply_updates.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/make_update.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

CExpr field(const std::string& name_of) { return member(name("parc_update"), name_of); }

// Where the update is to be made.
UpdatePlace declare_place(FunctionContext& ctx, const ElementTarget& target) {
  const std::string type = element_type(target.element);
  const CExpr all = name("parc_target"), key = field("key");
  if (target.wide) return {nullptr, all, key, false};
  const CExpr first = target.is_list
                          ? address(element(cast(concat(type, "*"), arrow(all, "items")), key))
                          : call("parc_element", {all, key});
  emit(ctx, CDeclare{concat(type, "* const"), "parc_place", first});
  return {name("parc_place"), all, key, false};
}

CBlock update_body(FunctionContext& ctx, const ElementTarget& target) {
  CBlock body;
  into(ctx, body, [&] {
    emit(ctx, CDeclare{concat("const ", target.record, "&"), "parc_update",
                       element(name("parc_updates"), name("parc_number"))});
    const UpdatePlace place = declare_place(ctx, target);
    for (size_t k = 0; k < target.sites.size(); ++k) {
      if (target.sites.size() == 1) return emit_update(ctx, target, target.sites[k], place, field);
      CBlock one;
      into(ctx, one, [&] { emit_update(ctx, target, target.sites[k], place, field); });
      emit(ctx, CIf{infix("==", field("site"), integer(static_cast<int64_t>(k))),
                    Hint::kNone,
                    std::move(one),
                    {}});
    }
  });
  return body;
}

}  // namespace

void write_apply(FunctionContext& outer, ElementTarget& target) {
  FunctionContext ctx{outer.context, outer.id, outer.function};
  std::set<ir::LocalId> used;
  std::vector<std::string> keeps;
  ctx.exit = Exit::kBlock;
  ctx.used = &used;
  ctx.keeps = &keeps;
  ctx.temporaries = outer.temporaries;
  ctx.block_index = "parc_update.order";
  CBlock body = update_body(ctx, target);
  target.may_fail = ctx.may_fail;
  if (!used.empty() || !keeps.empty())
    internal_error("an update reads more than was written down",
                   ctx[target.sites.front().update->stmt].range);

  CStruct record{target.record, {{"parc_i64", "key"}}};
  if (target.sites.size() > 1) record.fields.push_back({"parc_i32", "site"});
  if (target.may_fail) record.fields.push_back({"parc_i32", "order"});
  record.fields.insert(record.fields.end(), target.fields.begin(), target.fields.end());
  outer.context.program.declarations.emplace_back(std::move(record));

  CFunction function;
  function.hint = FunctionHint::kInline;
  function.result = "parc_i32";
  function.name = target.apply;
  function.comment = concat("updates of ", outer.function[target.variable].name);
  const std::string place =
      target.is_list ? "parc_list*" : concat(element_type(target.element), "*");
  function.parameters = {{"parc_state*", "st"},
                         {place, "parc_target"},
                         {concat("const ", target.record, "*"), "parc_updates"},
                         {"parc_i64", "parc_count"},
                         {"parc_i64*", "parc_at"}};
  function.body.push_back(
      statement(CFor{"parc_number", integer(0), name("parc_count"), integer(1), std::move(body)}));
  function.body.push_back(statement(CReturn{name("PARC_EVENT_NONE")}));
  outer.context.program.declarations.emplace_back(std::move(function));
}

}  // namespace parc::lower
