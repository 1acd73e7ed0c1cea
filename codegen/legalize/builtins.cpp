// Built-in and library functions on scalars.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/scalar_calls.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Several results: the function stores each behind a pointer.
CExpr emit_several(FunctionContext& ctx, ir::ExprId id, const OperatorImpl& impl,
                   const std::vector<ir::Kind>& kinds, const std::vector<CExpr>& values) {
  const ir::Expr& at = ctx[id];
  const auto& tuple = *ctx.types().get<ir::TupleType>(at.type);
  std::vector<CExpr> held;
  for (size_t k = 0; k < values.size(); ++k)
    held.push_back(hold(ctx, concat(c_type(kinds[k]), " const"), values[k]));
  std::vector<CExpr> args = converted_operands(ctx, impl, kinds, held, at);
  std::vector<CExpr> results;
  for (const ir::TypeId element : tuple.elements) {
    const std::string result = temporary(ctx);
    emit(ctx, CDeclare{c_type(ctx.context, element), result, nullptr});
    args.push_back(address(name(result)));
    results.push_back(name(result));
  }
  const CExpr code = call(impl.function, std::move(args));
  if (impl.fallible) {
    emit_check(ctx, code, operation_failure(ctx, impl, kinds, held, at));
  } else {
    emit(ctx, CEvaluate{code});
  }
  return init(c_type(ctx.context, at.type), std::move(results));
}

}  // namespace

CExpr lower_builtin(FunctionContext& ctx, ir::ExprId id, const ir::CallBuiltin& node) {
  const ir::Builtin builtin = node.builtin;
  if (ctx.types().get<ir::TupleType>(ctx[id].type)) {
    std::vector<ir::Kind> kinds;
    for (const ir::ExprId arg : node.args)
      kinds.push_back(alternatives(ctx.types(), ctx[arg].type).back());
    std::vector<CExpr> values = lower_all(ctx, node.args);
    for (size_t k = 0; k < values.size(); ++k) {
      values[k] = coerce(ctx, values[k], ctx[node.args[k]].type, ctx.types().scalar(kinds[k]));
    }
    return emit_several(ctx, id, builtin_impl(builtin, kinds), kinds, values);
  }
  Operation operation;
  operation.emit_one = [&ctx, builtin, id](const std::vector<ir::Kind>& kinds,
                                           const std::vector<CExpr>& values) {
    const OperatorImpl impl = builtin_impl(builtin, kinds);
    const ir::Kind result = ir::builtin_shape(builtin, kinds)->results.front();
    return Applied{apply_operator(ctx, impl, std::string(ir::info(builtin).name), kinds, values,
                                  impl.operands, c_type(result), ctx[id], false),
                   result};
  };
  operation.key = [builtin](const std::vector<ir::Kind>& kinds) {
    const OperatorImpl impl = builtin_impl(builtin, kinds);
    if (impl.fallible) return std::string();
    std::string key = concat(impl.function, "|", impl.infix);
    for (const ir::Kind kind : impl.operands) key += concat("|", c_type(kind));
    return key;
  };
  return dispatch(ctx, operation, node.args, ctx[id].type);
}

}  // namespace parc::lower
