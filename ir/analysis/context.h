// What the analyses of one function share, computed once.
#pragma once

#include "ir/analysis/effects.h"
#include "ir/analysis/liveness.h"
#include "ir/analysis/ranges.h"
#include "ir/module.h"

namespace parc::ir {

struct AnalysisContext {
  AnalysisContext(const Module& of_module, const Effects& of_effects, FunctionId id)
      : module(of_module),
        function(of_module[id]),
        effects(of_effects),
        liveness(function),
        ranges(module, function),
        origins(function, effects) {}

  const Module& module;
  const Function& function;
  const Effects& effects;
  Liveness liveness;
  Ranges ranges;
  Origins origins;
};

}  // namespace parc::ir
