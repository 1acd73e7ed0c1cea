#include "codegen/legalize/part_fields.h"

#include <algorithm>

#include "codegen/legalize/operators.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {

bool is_extreme(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kMin || reduction.op == ir::ReductionOp::kMax;
}
bool is_logical(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kAnd || reduction.op == ir::ReductionOp::kOr;
}

CExpr identity(const Accumulator& part) {
  const bool single = part.kind == ir::Kind::kF32 || part.kind == ir::Kind::kC64;
  switch (part.op) {
    case ir::ReductionOp::kSum:
      if (ir::is_complex(part.kind))
        return init(c_type(part.kind), {floating(-0.0, single), floating(-0.0, single)});
      return ir::is_floating(part.kind) ? floating(-0.0, single) : integer(0);
    case ir::ReductionOp::kProduct:
      if (ir::is_complex(part.kind))
        return init(c_type(part.kind), {floating(1.0, single), floating(0.0, single)});
      return ir::is_floating(part.kind) ? floating(1.0, single) : integer(1);
    case ir::ReductionOp::kBitOr:
    case ir::ReductionOp::kBitXor:
      return cast(c_type(part.kind), integer(0));
    case ir::ReductionOp::kBitAnd:
      return ir::is_bool(part.kind) ? boolean(true) : cast(c_type(part.kind), integer(-1));
    case ir::ReductionOp::kMin:
    case ir::ReductionOp::kMax:
    case ir::ReductionOp::kAnd:
    case ir::ReductionOp::kOr:
      break;
  }
  internal_error("no neutral element");
}

std::string set_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_set");
}
std::string nan_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_nan");
}

std::vector<ir::LocalId> contributed(const ir::LoopFacts& facts) {
  std::vector<ir::LocalId> locals;
  for (const ir::Reduction& reduction : facts.reductions) {
    locals.push_back(reduction.variable);
    for (const ir::LocalId companion : reduction.extreme.companions) locals.push_back(companion);
  }
  for (const ir::VariableFact& fact : facts.variables) {
    const bool is_companion = std::find(locals.begin(), locals.end(), fact.local) != locals.end();
    if (fact.sharing == ir::Sharing::kLastValue && !is_companion) locals.push_back(fact.local);
  }
  return locals;
}

ir::LocalId decider(const ir::LoopFacts& facts, ir::LocalId variable) {
  for (const ir::Reduction& reduction : facts.reductions) {
    const auto& companions = reduction.extreme.companions;
    if (std::find(companions.begin(), companions.end(), variable) != companions.end())
      return reduction.variable;
  }
  return variable;
}

bool is_companion(const ir::LoopFacts& facts, ir::LocalId variable) {
  return decider(facts, variable) != variable;
}

}  // namespace parc::lower
