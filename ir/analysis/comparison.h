// A comparison of an extreme with a candidate, brought into one form.
#pragma once

#include <optional>

#include "ir/analysis/loop_facts.h"
#include "ir/module.h"

namespace parc::ir {

struct ExtremeTest {
  ExprId candidate;
  CompareOp compare;  // candidate OP variable, for values that are no NaN
  NanRule nan;        // whether the test holds when either is a NaN (kReplaces)
};

// The condition (or its negation, when `holds` is false) as a test of `candidate` against the
// variable: `e > m`, `m < e`, `not m >= e`, …
std::optional<ExtremeTest> match_test(const Function& function, ExprId condition, LocalId variable,
                                      bool holds);

bool is_maximum(CompareOp compare);  // kGt, kGe

}  // namespace parc::ir
