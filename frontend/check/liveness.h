// Which local names may be read later: a join of control flow needs one variable only for those.
#pragma once

#include <map>

#include "frontend/check/scope.h"
#include "frontend/syntax/ast.h"

namespace parc::check {

struct Liveness {
  std::map<syntax::StmtId, NameSet> after;  // of each if and loop: read after it
  std::map<syntax::StmtId, NameSet>
      header;                               // of each loop: read from the test for the next item on
  std::map<syntax::StmtId, NameSet> bound;  // of each loop: bound by its targets, test or body
};

Liveness liveness_of(const syntax::Tree& tree, const Scope& scope,
                     const syntax::FunctionDef& function);

}  // namespace parc::check
