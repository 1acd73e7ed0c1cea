// The verifier's part for expressions (ir/ir.h has the public function).
#pragma once

#include "ir/module.h"

namespace parc::ir {

struct VerifyContext {
  const Module& module;
  const Function& function;
};

// Checks the expression and everything under it; its type. InternalError at the expression's range.
TypeId verify_expr(VerifyContext context, ExprId id, SourceRange where);
// Checks that the type is a real one of the table and no error type.
void verify_type(VerifyContext context, TypeId id, SourceRange where);

bool is_scalar_or_mixed(const TypeTable& types, TypeId type);
// An integer or bool scalar (Python takes True as an index).
bool is_index_type(const TypeTable& types, TypeId type);

}  // namespace parc::ir
