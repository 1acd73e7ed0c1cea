// Python ints that enter a variable of another kind: `s = 0` before `s += x` is fine, since 0 is
// exact as a float; an int of unknown size is not.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

// Reports (kWriteConstructor) a value whose int alternative the mixed type may not hold exactly.
void require_exact(Context& c, const Value& value, ir::TypeId type);

// Asks the same of an operation on mixed operands, for when all that the variables hold is known.
void require_exact_result(Context& c, const Value& result);
// At the end of the body: reports those whose int the carrier may not hold.
void report_inexact_results(Context& c);

}  // namespace parc::check
