// Calls of functions of source modules.
#include <algorithm>

#include "frontend/check/calls.h"
#include "frontend/check/declared_reductions.h"
#include "frontend/check/expressions.h"
#include "frontend/check/instantiate.h"
#include "frontend/check/jit_decorator.h"
#include "frontend/check/module_constants.h"
#include "frontend/check/symbols.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using syntax::Parameter;
using syntax::ParameterKind;

// Which argument expression goes to which parameter; a none id where the default stands.
struct ArgumentPlan {
  std::vector<syntax::ExprId> args;                      // by parameter
  std::vector<std::pair<syntax::ExprId, size_t>> order;  // in order of evaluation
};

bool callable(Context& c, const CallSite& site, const SourceFunction& function) {
  const syntax::FunctionDef& node = *function.node;
  std::string problem;
  if (node.is_async) problem = "an async function";
  if (node.is_generator) problem = "a generator";
  if (!is_undecorated_or_jitted(c.program, *function.module, node))
    problem = "a decorated function";
  if (!problem.empty()) {
    c.diagnostics
        .emit(Diag::kUnsupportedCall, site.range,
              concat("calling ", problem, " is not supported in a native function"))
        .label(node.name_range, "defined here");
    return false;
  }
  for (const Parameter& parameter : node.parameters.all) {
    if (parameter.kind != ParameterKind::kVarArgs && parameter.kind != ParameterKind::kKwArgs)
      continue;
    c.diagnostics
        .emit(Diag::kUnsupportedParameter, site.range,
              concat("'", node.name, "' takes * or ** parameters, which are not supported"))
        .label(parameter.range, "here");
    return false;
  }
  return true;
}

std::optional<ArgumentPlan> bind_arguments(Context& c, const CallSite& site,
                                           const SourceFunction& function) {
  const std::vector<Parameter>& parameters = function.node->parameters.all;
  const std::string& name = function.node->name;
  auto fail = [&](SourceRange range, std::string message) {
    c.diagnostics.emit(Diag::kWrongArguments, range, std::move(message))
        .label(function.node->name_range, "defined here");
    return std::nullopt;
  };
  ArgumentPlan binding;
  binding.args.resize(parameters.size());
  size_t next = 0;
  for (syntax::ExprId arg : site.node->args) {
    if (syntax::get<syntax::Starred>(c.tree(), arg)) {
      return fail(range_of(c, arg), "unpacking arguments with `*` is not supported");
    }
    if (next >= parameters.size() || parameters[next].kind == ParameterKind::kKeywordOnly) {
      return fail(range_of(c, arg), concat("'", name, "' takes ", next, " positional argument",
                                           next == 1 ? "" : "s", ", and there are more"));
    }
    binding.order.emplace_back(arg, next);
    binding.args[next++] = arg;
  }
  for (const syntax::Keyword& keyword : site.node->keywords) {
    auto place =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
          return parameter.name == keyword.name && parameter.kind != ParameterKind::kPositionalOnly;
        });
    if (keyword.name.empty()) {
      return fail(keyword.range, "unpacking arguments with `**` is not supported");
    }
    if (place == parameters.end()) {
      return fail(keyword.range, concat("'", name, "' has no parameter '", keyword.name, "'"));
    }
    size_t at = static_cast<size_t>(place - parameters.begin());
    if (binding.args[at]) {
      return fail(keyword.range, concat("'", keyword.name, "' is given twice"));
    }
    binding.order.emplace_back(keyword.value, at);
    binding.args[at] = keyword.value;
  }
  for (size_t at = 0; at < parameters.size(); ++at) {
    if (binding.args[at] || parameters[at].default_value) continue;
    return fail(site.range,
                concat("the argument '", parameters[at].name, "' of '", name, "' is missing"));
  }
  return binding;
}

// The arguments by parameter, evaluated in the order of the source.
std::optional<std::vector<Value>> check_arguments(Context& c, const CallSite& site,
                                                  const SourceFunction& function,
                                                  const ArgumentPlan& binding) {
  Operands operands(c);
  bool in_order = true;
  size_t last = 0;
  for (auto [expr, at] : binding.order) {
    operands.add([&, id = expr] { return check_expr(c, id); });
    in_order = in_order && at >= last;
    last = at;
  }
  std::vector<Value> args(binding.args.size());
  bool valid = true;
  for (size_t number = 0; number < binding.order.size(); ++number) {
    Value value = operands[number];
    valid = valid && !is_error(c, value);
    if (valid && !in_order && !is_simple(c, value.expr)) value = to_temporary(c, value);
    args[binding.order[number].second] = value;
  }
  if (!valid) return std::nullopt;
  const std::vector<Parameter>& parameters = function.node->parameters.all;
  for (size_t at = 0; at < args.size(); ++at) {
    if (binding.args[at]) continue;
    args[at] = check_constant_expr(
        c, *function.module, parameters[at].default_value, site.range, Diag::kBadDefault,
        concat("the default of '", parameters[at].name, "' is not a constant number"));
    if (is_error(c, args[at])) return std::nullopt;
  }
  return args;
}

}  // namespace

Value call_function(Context& c, const CallSite& site, const Symbol& symbol) {
  const Global& global = *symbol.global;
  if (global.bindings > 1) {
    c.diagnostics
        .emit(Diag::kFunctionRebound, site.range,
              concat("the function '", global.name, "' is bound more than once"))
        .label(global.range, "bound here")
        .label(global.other_range, "bound again here");
    return make_error(c, site.range);
  }
  const SourceFunction& function = function_of(c.program, *symbol.module, global.def);
  if (!callable(c, site, function)) return make_error(c, site.range);
  std::optional<ArgumentPlan> binding = bind_arguments(c, site, function);
  if (!binding) return make_error(c, site.range);
  auto args = check_arguments(c, site, function, *binding);
  if (!args) return make_error(c, site.range);
  std::vector<ir::TypeId> types;
  ir::Call call{{}, {}};
  for (const Value& arg : *args) {
    types.push_back(arg.type);
    call.args.push_back(arg.expr);
  }
  Instance* callee = instantiate(c.program, function, std::move(types), &c.instance);
  if (!callee) {
    c.diagnostics
        .emit(Diag::kTooManyInstances, site.range,
              concat("'", global.name, "' is called with too many different types"))
        .label(global.range, "defined here");
    return make_error(c, site.range);
  }
  for (int wanted : callee->wanted_axes) want_axes(c, (*args)[static_cast<size_t>(wanted)]);
  for (int wanted : callee->wanted_no_axes) want_no_axes(c, (*args)[static_cast<size_t>(wanted)]);
  // A recursive call whose result is not known yet says nothing about types.
  if (callee->result == c.types().never()) return make_error(c, site.range);
  call.callee = callee->id;
  bool combines = is_combination(c, function, *args);
  if (combines) call.combination = combination_of(c, function, (*args)[0], site.range);
  Value result = make(c, std::move(call), callee->result, site.range);
  if (callee->result_origin != kNoOrigin) {
    result.origin = (*args)[static_cast<size_t>(callee->result_origin)].origin;
  }
  if (combines) result.reduction = (*args)[0].reduction;
  return result;
}

}  // namespace parc::check
