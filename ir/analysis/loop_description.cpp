#include "ir/analysis/loop_description.h"

#include <algorithm>
#include <map>

#include "ir/analysis/sharing_messages.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

std::string array_name(const Function& function, LocalId array) {
  const std::string& name = function[array].name;
  return name.empty() ? "an array" : concat("`", name, "`");
}

// The reduction that the variable is, or goes with.
std::string reduction_detail(const Function& function, const LoopFacts& facts, LocalId variable) {
  for (const Reduction& reduction : facts.reductions) {
    const std::vector<LocalId>& companions = reduction.extreme.companions;
    if (reduction.variable == variable) return reduction_kind(function, reduction);
    if (std::find(companions.begin(), companions.end(), variable) != companions.end()) {
      return concat("goes with `", function[reduction.variable].name, "`");
    }
  }
  return "";
}

std::vector<VariableRole> roles(const Function& function, const LoopFacts& facts) {
  std::map<std::string, VariableRole> by_name;
  for (const VariableFact& fact : facts.variables) {
    const Local& local = function[fact.local];
    bool named = local.role == LocalRole::kParameter || local.role == LocalRole::kVariable;
    if (!named || local.name.empty()) continue;
    std::string detail = fact.sharing == Sharing::kReduction
                             ? reduction_detail(function, facts, fact.local)
                             : std::string();
    auto [place, is_new] = by_name.try_emplace(
        local.name, VariableRole{local.name, fact.sharing, detail, local.range});
    VariableRole& role = place->second;
    if (is_new || fact.sharing <= role.sharing) continue;
    role.sharing = fact.sharing;
    role.detail = std::move(detail);
  }
  std::vector<VariableRole> result;
  for (auto& [name, role] : by_name) result.push_back(std::move(role));
  return result;
}

}  // namespace

std::string_view sharing_name(Sharing sharing) {
  switch (sharing) {
    case Sharing::kShared:
      return "shared";
    case Sharing::kPrivate:
      return "private";
    case Sharing::kLastValue:
      return "last value";
    case Sharing::kReduction:
      return "reduction";
  }
  return "";
}

LoopDescription describe_loop(const TypeTable& types, const Function& function,
                              const LoopFacts& facts) {
  LoopDescription description;
  description.variables = roles(function, facts);
  for (LocalId array : facts.self_overlaps) {
    std::string name = array_name(function, array);
    bool is_list = types.get<ListType>(function[array].type) != nullptr;
    description.checks.push_back(
        is_list ? concat(name, " holds no list twice")
                : concat("each element of ", name, " has its own place in memory"));
  }
  for (const OverlapCheck& check : facts.overlaps) {
    bool is_list = types.get<ListType>(function[check.first_array].type) != nullptr;
    const char* same = is_list ? ", or are the same list" : ", or are the same array";
    description.checks.push_back(concat(array_name(function, check.first_array), " and ",
                                        array_name(function, check.second_array), " do not overlap",
                                        check.same_is_fine ? same : ""));
  }
  for (const EntryCondition& condition : facts.conditions) {
    description.checks.push_back(concat(condition.text, " holds"));
  }
  for (const IndexCheck& check : facts.index_checks) description.checks.push_back(check.text);
  return description;
}

}  // namespace parc::ir
