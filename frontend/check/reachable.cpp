#include "frontend/check/reachable.h"

#include <algorithm>

namespace parc::check {
namespace {

std::vector<Instance*> closure(std::vector<Instance*> work) {
  std::set<Instance*> seen(work.begin(), work.end());
  while (!work.empty()) {
    Instance* instance = work.back();
    work.pop_back();
    for (Instance* callee : instance->callees) {
      if (seen.insert(callee).second) work.push_back(callee);
    }
  }
  std::vector<Instance*> result(seen.begin(), seen.end());
  std::sort(result.begin(), result.end(), [](Instance* a, Instance* b) { return a->id < b->id; });
  return result;
}

}  // namespace

std::vector<Instance*> reachable_from(const std::vector<EntryPoint>& entries) {
  std::vector<Instance*> roots;
  for (const EntryPoint& entry : entries) roots.push_back(entry.instance);
  return closure(std::move(roots));
}

std::vector<Instance*> reachable_from(Instance& instance) { return closure({&instance}); }

bool has_errors(Instance& instance) {
  std::vector<Instance*> all = reachable_from(instance);
  return std::any_of(all.begin(), all.end(),
                     [](Instance* each) { return each->diagnostics.has_errors(); });
}

bool is_recursive(Instance& instance) {
  std::vector<Instance*> callees(instance.callees.begin(), instance.callees.end());
  std::vector<Instance*> all = closure(std::move(callees));
  return std::find(all.begin(), all.end(), &instance) != all.end();
}

}  // namespace parc::check
