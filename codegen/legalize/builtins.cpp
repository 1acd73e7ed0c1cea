// Built-in and library functions on scalars.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/scalar_calls.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// Several results: the function stores each behind a pointer. They become the tuple that the
// expression is.
CExpr apply_several(FunctionContext& ctx, ir::ExprId id, ir::Builtin builtin,
                    const std::vector<ir::Kind>& kinds, const std::vector<CExpr>& values) {
  const ir::Expr& at = ctx[id];
  const OperatorImpl impl = builtin_impl(builtin, kinds);
  std::vector<CExpr> held;
  for (size_t k = 0; k < values.size(); ++k)
    held.push_back(hold(ctx, concat(c_type(kinds[k]), " const"), values[k]));
  std::vector<CExpr> args = converted_operands(ctx, impl, kinds, held, at);
  const std::vector<ir::Kind> result_kinds = ir::builtin_shape(builtin, kinds)->results;
  std::vector<CExpr> results;
  for (const ir::Kind kind : result_kinds) {
    const std::string result = temporary(ctx);
    emit(ctx, CDeclare{c_type(kind), result, nullptr});
    args.push_back(address(name(result)));
    results.push_back(name(result));
  }
  const CExpr code = call(impl.function, std::move(args));
  if (impl.fallible) {
    emit_check(ctx, code, operation_failure(ctx, impl, kinds, held, at));
  } else {
    emit(ctx, CEvaluate{code});
  }
  const auto& tuple = *ctx.types().get<ir::TupleType>(at.type);
  for (size_t k = 0; k < results.size(); ++k) {
    results[k] = coerce(ctx, results[k], ctx.types().scalar(result_kinds[k]), tuple.elements[k]);
  }
  return init(c_type(ctx.context, at.type), std::move(results));
}

}  // namespace

CExpr lower_builtin(FunctionContext& ctx, ir::ExprId id, const ir::CallBuiltin& node) {
  const ir::Builtin builtin = node.builtin;
  Operation operation;
  const bool is_tuple = ctx.types().get<ir::TupleType>(ctx[id].type) != nullptr;
  operation.emit_one = [&ctx, builtin, id, is_tuple](const std::vector<ir::Kind>& kinds,
                                                     const std::vector<CExpr>& values) {
    if (is_tuple) return Applied{apply_several(ctx, id, builtin, kinds, values), {}};
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
