// Recognises one statement as an update of a reduction, in all the ways in which it can be written.
#pragma once

#include <optional>
#include <vector>

#include "ir/analysis/loop_facts.h"
#include "ir/analysis/subject.h"
#include "ir/module.h"

namespace parc::ir {

// `stmt` updates a subject: reading it once to do so, and nowhere else in the statement.
struct Update {
  StmtId stmt;
  ReductionOp op;
  Extreme extreme;    // kMin, kMax; also the companions
  bool lazy = false;  // kAnd, kOr
};

// Why an assignment that reads its own target is no update.
enum class NoUpdate : uint8_t {
  kUnrelated,       // some other expression of the subject
  kNotAssociative,  // an operation that depends on the order: s = e - s, s //= e
  kReadTwice,       // the subject occurs in the operand as well
};

struct UpdateMatch {
  std::optional<Update> update;
  NoUpdate reason = NoUpdate::kUnrelated;
};

// `stmt` gives the subject a value that reads it.
UpdateMatch match_assignment(const Module& module, const Function& function, StmtId stmt,
                             ExprId value, const Subject& subject);

// `stmt` is an If whose condition reads the variable: `if e > x: x = e`, with companions; also
// `if x: …; x = e`, which is what `x = x and e` becomes when e takes statements.
UpdateMatch match_guarded(const Module& module, const Function& function, StmtId stmt,
                          LocalId variable);

}  // namespace parc::ir
