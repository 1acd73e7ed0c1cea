// `@parc.jit` and `@parc.jit(threads=…)` above a function.
#pragma once

#include "frontend/check/program.h"

namespace parc::check {

// Whether all decorators are `parc.jit`, with or without options: the function is what stands in
// its body. True without any.
bool is_undecorated_or_jitted(Program& program, const ModuleScope& module,
                              const syntax::FunctionDef& node);

// Whether it is decorated, and only so.
bool is_jitted(Program& program, const ModuleScope& module, const syntax::FunctionDef& node);

// The options in the decorator that are for par loops; those for the compiler (`cpu=`, `cache=`,
// `force=`) are left out.
std::vector<const syntax::Keyword*> jit_loop_options(const SourceFunction& function);

}  // namespace parc::check
