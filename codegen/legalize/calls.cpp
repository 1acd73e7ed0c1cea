#include "codegen/legalize/calls.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/expressions.h"

namespace parc::lower {

CExpr lower_call(FunctionContext& ctx, ir::ExprId id, const ir::Call& node) {
  const ir::Function& callee = ctx.context.module[node.callee];
  std::vector<CExpr> args{name("st")};
  for (CExpr& arg : lower_all(ctx, node.args)) args.push_back(std::move(arg));
  const std::string result = temporary(ctx);
  emit(ctx, CDeclare{c_type(ctx.context, callee.result), result, nullptr});
  args.push_back(address(name(result)));
  emit_check(ctx, call(callee.symbol, std::move(args)),
             fail_traced(ctx, ctx[id].range, ctx[id].frame));
  return name(result);
}

}  // namespace parc::lower
