#include "ir/passes/passes.h"

#include "ir/ir.h"
#include "ir/passes/bound_flags.h"
#include "ir/passes/coalesce.h"
#include "ir/passes/dead_code.h"
#include "ir/passes/fold.h"
#include "ir/passes/inline.h"

namespace parc::ir {
namespace {

struct Pass {
  std::string_view name;
  void (*run)(Module&);
};

constexpr Pass kPasses[] = {
    // First: all that follows looks at the bodies of par loops as wholes.
    {"inline", inline_calls},
    // After inlining, which brings constant arguments into the bodies.
    {"fold", fold_constants},
    // After folding, so that only branches that can be taken count.
    {"bound-flags", remove_known_flags},
    // After inlining, which adds temporaries; before the analyses, which look for updates of one
    // local.
    {"coalesce", coalesce_versions},
    // Last: the others leave dead assignments and branches behind.
    {"dead-code", remove_dead_code},
    // After dead code, which may hold the last call of a function.
    {"unused-functions", remove_unused_functions},
};

}  // namespace

void run_passes(Module& module, const PassOptions& options) {
  if (options.verify) verify(module);
  for (const Pass& pass : kPasses) {
    pass.run(module);
    if (options.verify) verify(module);
    if (options.after) options.after(pass.name, module);
  }
}

std::vector<std::string_view> pass_names() {
  std::vector<std::string_view> names;
  for (const Pass& pass : kPasses) names.push_back(pass.name);
  return names;
}

}  // namespace parc::ir
