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

CExpr extreme_replaces(ir::NanRule rule, const CExpr& better, const CExpr& old_value,
                       const CExpr& new_value) {
  const auto is_nan = [](const CExpr& value) { return infix("!=", value, value); };
  const auto is_number = [](const CExpr& value) { return infix("==", value, value); };
  switch (rule) {
    case ir::NanRule::kKeeps:
      return better;
    case ir::NanRule::kReplaces:
      return infix("||", better, is_nan(old_value));
    case ir::NanRule::kPropagates:
      return infix("&&", is_number(old_value), infix("||", is_nan(new_value), better));
    case ir::NanRule::kIgnored:
      return infix("||", better, infix("&&", is_nan(old_value), is_number(new_value)));
  }
  __builtin_unreachable();
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
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
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
  for (const ir::Reduction& reduction : variable_reductions(facts)) {
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
