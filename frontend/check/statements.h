// Statements: from syntax to IR in the block of the context.
#pragma once

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

void check_body(Context& c, const syntax::Body& body);
void check_stmt(Context& c, syntax::StmtId id);

// ---- one function per construct; each in the file of its name ----

// assignments.cpp
void check_assign(Context& c, syntax::StmtId id);
void check_augmented(Context& c, syntax::StmtId id);
void check_annotated(Context& c, syntax::StmtId id);
// targets.cpp
// Stores the value in a target: a name, an element, a slice, a tuple of targets.
void assign_target(Context& c, syntax::ExprId target, const Value& value);
// The elements of a value that is unpacked into `count` targets; empty with a diagnostic when it
// does not fit.
std::vector<Value> unpack(Context& c, const Value& value, size_t count, SourceRange range);
// loops.cpp
void check_for(Context& c, syntax::StmtId id);
void check_while(Context& c, syntax::StmtId id);
void check_break(Context& c, syntax::StmtId id);
void check_continue(Context& c, syntax::StmtId id);
// raising.cpp
void check_raise(Context& c, syntax::StmtId id);
void check_assert(Context& c, syntax::StmtId id);

}  // namespace parc::check
