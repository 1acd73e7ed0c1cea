// What the facts of a par loop say, in the names of the Python source: for reports.
#pragma once

#include <string>
#include <vector>

#include "ir/analysis/loop_facts.h"

namespace parc::ir {

// "shared", "private", "last value", "reduction".
std::string_view sharing_name(Sharing sharing);

struct VariableRole {
  std::string name;
  Sharing sharing;
  std::string detail;  // of a reduction: "maximum with `at`"
  SourceRange range;   // where the variable is first bound; in a callee for one of its own
};

struct LoopDescription {
  std::vector<VariableRole> variables;  // by name; versions of one variable are put together
  // What is tested when the loop starts; when it does not hold, the loop runs in serial order.
  std::vector<std::string> checks;
};

LoopDescription describe_loop(const TypeTable& types, const Function& function,
                              const LoopFacts& facts);

}  // namespace parc::ir
