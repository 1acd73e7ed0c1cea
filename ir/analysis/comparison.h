// A comparison of an extreme with a candidate, brought into one form.
#pragma once

#include <optional>

#include "ir/analysis/loop_facts.h"
#include "ir/analysis/subject.h"
#include "ir/module.h"

namespace parc::ir {

struct ExtremeTest {
  ExprId candidate;
  CompareOp compare;  // candidate OP extreme, for values that are no NaN
  NanRule nan;        // whether the test holds when either is a NaN (kReplaces)
};

// The condition (or its negation, when `holds` is false) as a test of `candidate` against the
// extreme so far: `e > m`, `m < e`, `not m >= e`, …
std::optional<ExtremeTest> match_test(const Module& module, const Function& function,
                                      ExprId condition, const Subject& extreme, bool holds);

// The number under conversions that keep its value: coercions, int(x) of an integer, float(x) of a
// float of at most its precision.
ExprId strip_number(const Module& module, const Function& function, ExprId id);

// Whether two expressions are the same number, seen through conversions that keep every value:
// `a[i]` and `float(a[i])`, `k[i]` and `int(k[i])`.
bool same_number(const Module& module, const Function& function, ExprId a, ExprId b);

bool is_maximum(CompareOp compare);  // kGt, kGe

}  // namespace parc::ir
