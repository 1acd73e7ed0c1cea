// A checked expression.
#pragma once

#include "frontend/check/environment.h"
#include "ir/expr.h"
#include "support/source.h"

namespace parc::check {

struct Value {
  ir::ExprId expr;  // none when `type` is the error type
  ir::TypeId type;
  SourceRange range;
  int origin = kNoOrigin;
  int reduction = kNoReduction;
};

}  // namespace parc::check
