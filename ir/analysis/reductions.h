// Whether a variable that is carried from iteration to iteration is a reduction.
#pragma once

#include <vector>

#include "ir/analysis/updates.h"
#include "support/source.h"

namespace parc::ir {

enum class ReductionProblem : uint8_t {
  kNone,            // it is one
  kNoUpdate,        // it is only assigned and read
  kNotAssociative,  // an update that depends on the order
  kReadElsewhere,   // a read beside the updates
  kMixed,           // updates of two kinds, or assignments beside them
  kKindsVary,       // which kind of number it is, and so how it is computed, depends on the order
};

struct ReductionResult {
  ReductionProblem problem = ReductionProblem::kNone;
  Reduction reduction;  // kNone
  SourceRange place;    // what stood in the way
  SourceRange other;    // an update or assignment of the variable that it collides with
};

// `variable` is assigned in the body of the loop, and an iteration may read it before that.
ReductionResult find_reduction(const Module& module, const Function& function, const Loop& loop,
                               LocalId variable);

// From the target of an assignment to the end of its value.
SourceRange assignment_span(const Function& function, StmtId id);

// Updates of a subject of this type that agree may be combined: the same operation, ties and NaN
// the same where they show.
bool compatible(const TypeTable& types, TypeId type, const Update& a, const Update& b);

}  // namespace parc::ir
