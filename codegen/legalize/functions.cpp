#include "codegen/legalize/functions.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/statements.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// A recursion too deep is a RecursionError; a long one looks at signals.
void emit_recursion_check(FunctionContext& ctx) {
  const ir::Function& function = ctx.function;
  emit_check(ctx, call("parc_stack_is_low", {name("st")}),
             fail_with(ctx, Site{"PARC_RAISE_RECURSION", "", {}}, {}, function.range, 0));
  emit_check(ctx, call("parc_due", {name("st"), integer(64)}), leave_stopping(ctx));
}

bool is_parameter(const ir::Function& function, ir::LocalId local) {
  for (const ir::Parameter& parameter : function.parameters) {
    if (parameter.local == local) return true;
  }
  return false;
}

bool has_par_loop(const ir::Function& function) {
  bool found = false;
  ir::walk_stmts(function, function.body, [&](ir::StmtId id) {
    const auto* loop = std::get_if<ir::Loop>(&function[id].node);
    found |= loop && loop->par;
  });
  return found;
}

bool ends_with_return(const ir::Function& function) {
  const ir::Block& body = function.body;
  return !body.empty() && std::holds_alternative<ir::Return>(function[body.back()].node);
}

// A parameter is passed under another name when the function assigns it.
CParameter c_parameter(FunctionContext& ctx, const ir::Parameter& parameter) {
  const ir::TypeId type = ctx.function[parameter.local].type;
  const bool by_reference =
      ctx.types().get<ir::ArrayType>(type) || ctx.types().get<ir::TupleType>(type);
  const std::string spelled = c_type(ctx.context, type);
  return {by_reference ? concat("const ", spelled, "&") : spelled,
          concat(local_name(ctx, parameter.local), "_arg")};
}

}  // namespace

void declare_references(FunctionContext& ctx, ir::LocalId variable) {
  std::vector<CExpr> bases;
  bases_of(ctx.types(), name(""), ctx.function[variable].type, bases);
  emit(ctx, CDeclare{"parc_ref", concat(local_name(ctx, variable), "_ref[", bases.size(), "]"),
                     nullptr});
}

void lower_function(ModuleContext& context, ir::FunctionId id) {
  const ir::Function& function = context.module[id];
  std::set<ir::LocalId> used;
  std::vector<std::string> keeps;
  int temporaries = 0;
  FunctionContext ctx{context, id, function};
  ctx.used = &used;
  ctx.temporaries = &temporaries;
  ctx.keeps = &keeps;
  ctx.owning = owning_locals(context.module, function);

  CBlock body;
  into(ctx, body, [&] {
    if (function.is_recursive) emit_recursion_check(ctx);
    lower_block(ctx, function.body);
    if (!ends_with_return(function)) emit(ctx, CReturn{boolean(false)});
  });

  CFunction out;
  out.result = "bool";
  out.name = function.symbol;
  out.comment = concat("def ", function.name);
  out.origin = function.range;
  // Its caller would only be optimised again.
  if (has_par_loop(function)) out.hint = FunctionHint::kNoInline;
  out.parameters.push_back({"parc_state*", "st"});
  CBlock code;
  into(ctx, code, [&] {
    for (const ir::Parameter& parameter : function.parameters) {
      out.parameters.push_back(c_parameter(ctx, parameter));
      emit(ctx, CDeclare{c_type(context, function[parameter.local].type),
                         local_name(ctx, parameter.local), name(out.parameters.back().name)});
      if (ctx.owning.contains(parameter.local)) declare_references(ctx, parameter.local);
    }
    for (const ir::LocalId variable : used) {
      if (is_parameter(function, variable) || function[variable].role == ir::LocalRole::kIndex)
        continue;
      emit(ctx,
           CDeclare{c_type(context, function[variable].type), local_name(ctx, variable), nullptr});
      if (ctx.owning.contains(variable)) declare_references(ctx, variable);
    }
    for (const std::string& keep : keeps) emit(ctx, CDeclare{"parc_ref", keep, nullptr});
    for (CStmt& stmt : body) emit(ctx, std::move(stmt));
  });
  out.parameters.push_back({concat(c_type(context, function.result), "*"), "parc_result"});
  out.body = std::move(code);
  context.program.declarations.emplace_back(std::move(out));
}

}  // namespace parc::lower
