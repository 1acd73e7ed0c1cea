// Annotations of parameters: which type an argument must have.
#pragma once

#include <optional>
#include <string>

#include "frontend/check/program.h"

namespace parc::check {

// The type that an annotation asks for. An array without a rank leaves that to be found out.
struct AnnotatedType {
  ir::TypeId type;  // with rank 1 when `rank_open`
  bool rank_open = false;
  std::string dims;  // axis names of Annotated[…, "n m"]
};

// Whether it is `*args` or `**kwargs`, which native functions do not take.
bool is_starred(const syntax::Parameter& parameter);
// The diagnostic for one that is.
void refuse_starred(const syntax::Parameter& parameter, Diagnostics& diagnostics);

// Reads an annotation; a diagnostic was emitted when there is no result.
std::optional<AnnotatedType> read_annotation(Program& program, const ModuleScope& module,
                                             syntax::ExprId annotation, Diagnostics& diagnostics);

}  // namespace parc::check
