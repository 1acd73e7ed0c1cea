#include "ir/analysis/dependence_messages.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "support/text_writer.h"

namespace parc::ir {
namespace {

// "a[3, 4]", or of lists "m[3][4]"
std::string element_text(const LoopAccesses& accesses, const Access& access,
                         const Witness& witness) {
  const Root& root = accesses.roots[access.root];
  std::string text = (root.name.empty() ? "an array" : root.name) + "[";
  for (size_t at = 0; at < witness.element.size(); ++at) {
    if (at > 0) text += root.lists.valid() ? "][" : ", ";
    text += std::to_string(witness.element[at]);
  }
  return text + "]";
}

// "i = 3", or "3" for a loop without a counting variable.
std::string iteration_text(const LoopAccesses& accesses, int64_t value) {
  if (accesses.variable.empty()) return std::to_string(value);
  return concat(accesses.variable, " = ", value);
}

// A collision as the serial loop meets it: the access of the earlier iteration, then that of the
// later one.
struct Encounter {
  const Access* access;
  std::string iteration;
};

std::pair<Encounter, Encounter> encounters(const LoopAccesses& accesses,
                                           const ElementProblem& problem) {
  const Witness& witness = problem.result.witness;
  Encounter first{problem.first, iteration_text(accesses, witness.first)};
  Encounter second{problem.second, iteration_text(accesses, witness.second)};
  if (!witness.in_order) std::swap(first, second);
  return {first, second};
}

struct CollisionText {
  std::string message, direction;
};

CollisionText collision_text(const LoopAccesses& accesses, const ElementProblem& problem) {
  auto [earlier, later] = encounters(accesses, problem);
  std::string element = element_text(accesses, *problem.first, problem.result.witness);
  if (earlier.access->is_write && later.access->is_write) {
    return {
        concat("iterations ", earlier.iteration, " and ", later.iteration, " both write ", element),
        concat("write after write: the loop leaves the value of iteration ", later.iteration,
               " there, a parallel run could leave the other")};
  }
  if (earlier.access->is_write) {
    return {concat("iteration ", earlier.iteration, " writes ", element, ", which iteration ",
                   later.iteration, " reads"),
            concat("read after write: iteration ", later.iteration,
                   " needs the value that iteration ", earlier.iteration, " computes")};
  }
  return {concat("iteration ", earlier.iteration, " reads ", element, ", which iteration ",
                 later.iteration, " overwrites"),
          concat("write after read: iteration ", earlier.iteration,
                 " needs the value from before iteration ", later.iteration)};
}

void label_accesses(const Access& first, const Access& second, DiagnosticBuilder& diagnostic) {
  auto what = [](const Access& access) { return access.is_write ? "written here" : "read here"; };
  if (second.range == first.range) {
    diagnostic.label(first.range,
                     first.is_write == second.is_write ? what(first) : "read and written here");
  } else {
    diagnostic.label(first.range, what(first)).label(second.range, what(second));
  }
  for (const Access* access : {&first, &second}) {
    if (access->call == SourceRange{} || (access == &second && second.call == first.call)) continue;
    diagnostic.label(access->call, "called here by the iteration");
  }
}

// Whether each iteration uses the same elements: the array holds what one iteration works with.
bool is_scratch(const LoopAccesses& accesses, RootId root) {
  const Root& memory = accesses.roots[root];
  return memory.is_fresh && !memory.is_inside &&
         std::all_of(accesses.accesses.begin(), accesses.accesses.end(), [&](const Access& access) {
           return access.root != root ||
                  std::all_of(access.subscripts.begin(), access.subscripts.end(),
                              [&](const Linear& subscript) {
                                return subscript.factor_of(accesses.index) == 0;
                              });
         });
}

// Why updates of elements among the accesses do not make them a reduction.
void explain_update(const LoopAccesses& accesses, const ElementProblem& problem,
                    DiagnosticBuilder& diagnostic) {
  if (!problem.update) return;
  SourceRange place = problem.update->place;
  if (!(place == problem.first->range) && !(place == problem.second->range)) {
    diagnostic.label(place, "here");
  }
  diagnostic.note(concat("it is no reduction into elements of ",
                         root_name(accesses, *problem.first), ": ", problem.update->reason));
}

std::string report_collision(const LoopAccesses& accesses, const ElementProblem& problem,
                             Diagnostics& diagnostics) {
  const Access& first = *problem.first;
  const Access& second = *problem.second;
  const Witness& witness = problem.result.witness;
  CollisionText text = collision_text(accesses, problem);
  bool both_write = first.is_write && second.is_write;
  auto diagnostic = diagnostics.emit(both_write ? Diag::kSharedElement : Diag::kCarriedElement,
                                     first.range, text.message);
  label_accesses(first, second, diagnostic);
  if (!(witness.condition == SourceRange{}) && !(witness.condition == first.range) &&
      !(witness.condition == second.range)) {
    diagnostic.label(witness.condition, "when this lets both of them through");
  }
  diagnostic.note(text.direction);
  explain_update(accesses, problem, diagnostic);
  std::string values;
  for (const auto& [name, value] : witness.symbols) {
    if (!values.empty()) values += ", ";
    values += concat(name, " = ", value);
  }
  if (!values.empty()) diagnostic.note(concat("for example with ", values));
  if (is_scratch(accesses, first.root)) {
    diagnostic.note(concat("all iterations share ", root_name(accesses, first),
                           "; an array made in the body of the loop belongs to one iteration"));
  }
  return text.message;
}

// Whether the subscripts were read from an array.
bool is_chosen_by_array(const LoopAccesses& accesses, const Access& access) {
  std::set<Var> seen;
  bool found = false;
  std::function<void(Var)> look = [&](Var var) {
    const VarInfo& info = accesses.forms[var];
    found = found || info.kind == VarKind::kElement;
    if (seen.insert(var).second) for_each_var(info.definition, look);
  };
  for (const Linear& subscript : access.subscripts) {
    for (const Term& term : subscript.terms) look(term.var);
  }
  return found;
}

// The store whose element an array chooses; where only a read is chosen so, the store is right as
// it stands.
const Access* chosen_store(const LoopAccesses& accesses, const ElementProblem& problem) {
  for (const Access* access : {problem.first, problem.second}) {
    if (access->is_write && is_chosen_by_array(accesses, *access)) return access;
  }
  return nullptr;
}

std::string report_indirect(const LoopAccesses& accesses, const ElementProblem& problem,
                            const Access& store, Diagnostics& diagnostics) {
  const Access& other = &store == problem.first ? *problem.second : *problem.first;
  std::string array = root_name(accesses, store);
  auto diagnostic =
      diagnostics.emit(Diag::kIndirectStore, store.range,
                       concat("it cannot be shown that the elements of ", array,
                              " that iterations store to, chosen by an array, are different ones"));
  if (!(problem.result.obstacle.range == store.range)) {
    diagnostic.label(problem.result.obstacle.range, "this may be the same in several iterations");
  }
  if (!(other.range == store.range)) {
    diagnostic.label(other.range, other.is_write ? "also written here" : "also read here");
  }
  explain_update(accesses, problem, diagnostic);
  diagnostic.note("check=\"trust\" compiles it when you know that no two iterations meet");
  return concat("elements of ", array, " are chosen by an array");
}

const char* describe(ObstacleKind kind) {
  switch (kind) {
    case ObstacleKind::kElement:
      return "this value comes from an array";
    case ObstacleKind::kOpaque:
      return "the proof cannot follow this value";
    case ObstacleKind::kCall:
      return "this call may touch any element";
    case ObstacleKind::kView:
      return "the proof cannot follow which elements this is";
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
  std::string what = obstacle.name.empty()
                         ? describe(obstacle.kind)
                         : concat("the proof cannot follow the value of `", obstacle.name, "`");
  SourceRange place = obstacle.range == SourceRange{} ? first.range : obstacle.range;
  bool elsewhere = !(first.range.file == place.file && first.range.begin <= place.begin &&
                     place.end <= first.range.end);
  if (elsewhere) {
    label_accesses(first, second, diagnostic);
  } else if (!(second.range == first.range)) {
    diagnostic.label(second.range, second.is_write ? "also written here" : "also read here");
  }
  diagnostic.label(place, what);
  explain_update(accesses, problem, diagnostic);
  diagnostic.note("check=\"trust\" compiles it when you know that no two iterations meet");
  return concat("whether iterations use different elements of ", array, " is not known");
}

}  // namespace

std::string root_name(const LoopAccesses& accesses, const Access& access) {
  const std::string& name = accesses.roots[access.root].name;
  return name.empty() ? "an array" : concat("`", name, "`");
}

std::string report_problem(const LoopAccesses& accesses, const ElementProblem& problem,
                           Diagnostics& diagnostics) {
  if (problem.result.meeting == Meeting::kHappens) {
    return report_collision(accesses, problem, diagnostics);
  }
  if (problem.result.obstacle.kind == ObstacleKind::kElement) {
    const Access* store = chosen_store(accesses, problem);
    if (store) return report_indirect(accesses, problem, *store, diagnostics);
  }
  return report_unknown(accesses, problem, diagnostics);
}

}  // namespace parc::ir
