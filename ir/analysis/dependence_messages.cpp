#include "ir/analysis/dependence_messages.h"

#include <algorithm>

#include "support/text_writer.h"

namespace parc::ir {
namespace {

// "a[3, 4]"
std::string element_text(const LoopAccesses& accesses, const Access& access,
                         const Witness& witness) {
  const std::string& name = accesses.roots[access.root].name;
  std::string text = (name.empty() ? "an array" : name) + "[";
  for (size_t at = 0; at < witness.element.size(); ++at) {
    if (at > 0) text += ", ";
    text += std::to_string(witness.element[at]);
  }
  return text + "]";
}

// "i = 3", or "3" for a loop without a counting variable.
std::string iteration_text(const LoopAccesses& accesses, int64_t value) {
  if (accesses.variable.empty()) return std::to_string(value);
  return concat(accesses.variable, " = ", value);
}

std::string collision_text(const LoopAccesses& accesses, const ElementProblem& problem) {
  const Witness& witness = problem.result.witness;
  std::string first = iteration_text(accesses, witness.first);
  std::string second = iteration_text(accesses, witness.second);
  std::string element = element_text(accesses, *problem.first, witness);
  if (problem.first->is_write && problem.second->is_write) {
    return concat("iterations ", first, " and ", second, " both write ", element);
  }
  const std::string& writer = problem.first->is_write ? first : second;
  const std::string& reader = problem.first->is_write ? second : first;
  return concat("iteration ", writer, " writes ", element, ", which iteration ", reader, " reads");
}

std::string report_collision(const LoopAccesses& accesses, const ElementProblem& problem,
                             Diagnostics& diagnostics) {
  const Access& first = *problem.first;
  const Access& second = *problem.second;
  const Witness& witness = problem.result.witness;
  std::string text = collision_text(accesses, problem);
  bool both_write = first.is_write && second.is_write;
  auto diagnostic = diagnostics.emit(both_write ? Diag::kSharedElement : Diag::kCarriedElement,
                                     first.range, text);
  if (!(second.range == first.range)) {
    diagnostic.label(second.range, second.is_write ? "written here" : "read here");
  }
  if (!(witness.condition == SourceRange{}) && !(witness.condition == first.range) &&
      !(witness.condition == second.range)) {
    diagnostic.label(witness.condition, "when this lets both of them through");
  }
  std::string values;
  for (const auto& [name, value] : witness.symbols) {
    if (!values.empty()) values += ", ";
    values += concat(name, " = ", value);
  }
  if (!values.empty()) diagnostic.note(concat("for example with ", values));
  return text;
}

std::string report_reduction(const LoopAccesses& accesses, const ElementProblem& problem,
                             Diagnostics& diagnostics) {
  std::string array = root_name(accesses, *problem.first);
  const Access& store = problem.first->is_write ? *problem.first : *problem.second;
  diagnostics
      .emit(Diag::kReductionUnsupported, store.range,
            concat("iterations accumulate in the same elements of ", array,
                   ", which is not supported yet"))
      .note("accumulate in a variable, or give every iteration elements of its own");
  return concat("a reduction into elements of ", array);
}

std::string report_indirect(const LoopAccesses& accesses, const ElementProblem& problem,
                            Diagnostics& diagnostics) {
  const Access& store = problem.first->is_write ? *problem.first : *problem.second;
  std::string array = root_name(accesses, store);
  auto diagnostic = diagnostics.emit(
      Diag::kIndirectStore, store.range,
      concat("a store to elements of ", array, " chosen by an array is not supported yet"));
  if (!(problem.result.obstacle.range == store.range)) {
    diagnostic.label(problem.result.obstacle.range, "this may be the same in several iterations");
  }
  diagnostic.note("check=\"trust\" compiles it when you know that no two iterations meet");
  return concat("elements of ", array, " are chosen by an array");
}

const char* describe(ObstacleKind kind) {
  switch (kind) {
    case ObstacleKind::kElement:
      return "this value comes from an array";
    case ObstacleKind::kOpaque:
      return "this value could not be followed";
    case ObstacleKind::kCall:
      return "this call may touch any element";
    case ObstacleKind::kView:
      return "which elements this is could not be followed";
    case ObstacleKind::kQuota:
    case ObstacleKind::kNone:
      break;
  }
  return "the proof was given up here";
}

std::string report_unknown(const LoopAccesses& accesses, const ElementProblem& problem,
                           Diagnostics& diagnostics) {
  const Access& first = *problem.first;
  const Access& second = *problem.second;
  const Obstacle& obstacle = problem.result.obstacle;
  std::string array = root_name(accesses, first);
  Diag kind = obstacle.kind == ObstacleKind::kCall ? Diag::kCallEffects : Diag::kUnknownDependence;
  auto diagnostic = diagnostics.emit(
      kind, first.range,
      concat("it cannot be shown that iterations use different elements of ", array));
  if (!(second.range == first.range)) {
    diagnostic.label(second.range, second.is_write ? "also written here" : "also read here");
  }
  bool elsewhere = !(obstacle.range == SourceRange{}) && !(obstacle.range == first.range);
  std::string what = obstacle.name.empty()
                         ? describe(obstacle.kind)
                         : concat("the value of `", obstacle.name, "` could not be followed");
  if (elsewhere) {
    diagnostic.label(obstacle.range, what);
  } else {
    diagnostic.note(what);
  }
  return concat("whether iterations use different elements of ", array, " is not known");
}

}  // namespace

std::string root_name(const LoopAccesses& accesses, const Access& access) {
  const std::string& name = accesses.roots[access.root].name;
  return name.empty() ? "an array" : concat("`", name, "`");
}

std::string report_problem(const LoopAccesses& accesses, const ElementProblem& problem,
                           Diagnostics& diagnostics) {
  if (problem.is_reduction) return report_reduction(accesses, problem, diagnostics);
  if (problem.result.meeting == Meeting::kHappens) {
    return report_collision(accesses, problem, diagnostics);
  }
  if (problem.result.obstacle.kind == ObstacleKind::kElement) {
    return report_indirect(accesses, problem, diagnostics);
  }
  return report_unknown(accesses, problem, diagnostics);
}

}  // namespace parc::ir
