#include "frontend/check/declared_reductions.h"

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/instantiate.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "frontend/check/variables.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using syntax::ExprId;

struct Arguments {
  ExprId identity, combine;
};

std::optional<Arguments> arguments_of(const syntax::Call& call) {
  Arguments found;
  if (call.args.size() > 2) return std::nullopt;
  if (!call.args.empty()) found.identity = call.args[0];
  if (call.args.size() == 2) found.combine = call.args[1];
  for (const syntax::Keyword& keyword : call.keywords) {
    ExprId* place = keyword.name == "identity"  ? &found.identity
                    : keyword.name == "combine" ? &found.combine
                                                : nullptr;
    if (!place || *place) return std::nullopt;
    *place = keyword.value;
  }
  if (!found.identity || !found.combine) return std::nullopt;
  return found;
}

// The function of a source module that the expression names.
const SourceFunction* function_named(Context& c, ExprId id) {
  const Symbol symbol = resolve(c, id);
  if (symbol.kind != SymbolKind::kFunction || symbol.global->bindings > 1) return nullptr;
  return &function_of(c.program, *symbol.module, symbol.global->def);
}

}  // namespace

bool is_reduction_call(const Context& c, ExprId id) {
  const auto* call = syntax::get<syntax::Call>(c.tree(), id);
  return call && is_library(c, call->callee, "parc.par.reduction");
}

void declare_reduction(Context& c, ExprId target, ExprId call) {
  const SourceRange range = range_of(c, call);
  std::optional<Arguments> arguments = arguments_of(*syntax::get<syntax::Call>(c.tree(), call));
  const SourceFunction* combine = arguments ? function_named(c, arguments->combine) : nullptr;
  if (!combine) {
    c.diagnostics
        .emit(Diag::kBadReduction, arguments ? range_of(c, arguments->combine) : range,
              arguments ? "par.reduction combines by a function of a source module"
                        : "par.reduction takes two arguments: identity and combine")
        .note("write x = par.reduction(identity, combine), with def combine(x, item)");
  }
  Value value = combine ? check_expr(c, arguments->identity) : make_error(c, range);
  value.reduction = static_cast<int>(c.reductions.size());
  c.reductions.push_back({{}, combine});
  bind_variable(c, target, value);
  if (is_error(c, value)) return;
  const std::string& name = syntax::get<syntax::Name>(c.tree(), target)->id;
  const NameId* number = c.scope ? c.scope->find(name) : nullptr;
  if (!number || c.types().is_error(c.env.names[*number].type)) return;
  // As the variable holds it: its type may be wider than that of the first value.
  const ir::LocalId variable = local_of(c, c.env.names[*number].def, name, range);
  const ir::LocalId identity = new_temporary(c, c.fn[variable].type, range);
  emit(c, ir::Assign{identity, read_local(c, variable, range).expr}, range);
  c.reductions.back().identity = identity;
}

bool is_combination(const Context& c, const SourceFunction& function,
                    const std::vector<Value>& args) {
  if (args.size() != 2 || args[0].reduction == kNoReduction) return false;
  const DeclaredReduction& declared = c.reductions[static_cast<size_t>(args[0].reduction)];
  return declared.combine == &function && declared.identity.valid();
}

std::optional<ir::Combination> combination_of(Context& c, const SourceFunction& function,
                                              const Value& variable, SourceRange range) {
  const ir::LocalId identity = c.reductions[static_cast<size_t>(variable.reduction)].identity;
  const ir::TypeId type = c.fn[identity].type;
  const std::string& name = function.node->name;
  auto refuse = [&](std::string message) {
    c.diagnostics.emit(Diag::kBadReduction, range, std::move(message))
        .label(function.node->name_range, "defined here");
    return std::nullopt;
  };
  if (ir::holds<ir::ArrayType, ir::ListType>(c.types(), type)) {
    return refuse(
        concat("par.reduction combines numbers and tuples of them, not ", spell(c, type)));
  }
  Instance* merge = instantiate(c.program, function, {type, type}, &c.instance);
  if (!merge) return refuse(concat("'", name, "' is called with too many different types"));
  const bool known = merge->result != c.types().never() && !c.types().is_error(merge->result);
  if (known && join_types(c.types(), merge->result, type) != type) {
    return refuse(concat("'", name, "' makes ", spell(c, merge->result), " of two values of ",
                         spell(c, type)));
  }
  return ir::Combination{read_local(c, identity, range).expr, merge->id};
}

}  // namespace parc::check
