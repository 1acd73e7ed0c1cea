#include "codegen/legalize/part_fields.h"

#include <algorithm>

#include "support/text_writer.h"

namespace parc::lower {

bool is_extreme(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kMin || reduction.op == ir::ReductionOp::kMax;
}
bool is_logical(const ir::Reduction& reduction) {
  return reduction.op == ir::ReductionOp::kAnd || reduction.op == ir::ReductionOp::kOr;
}

std::string set_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_set");
}
std::string nan_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_nan");
}
std::string lifted_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_lifted");
}
std::string prefix_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_prefix");
}
std::string start_name(const FunctionContext& ctx, ir::LocalId variable) {
  return concat(local_name(ctx, variable), "_start");
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
