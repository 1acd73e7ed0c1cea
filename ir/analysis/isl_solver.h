// Whether integers exist that meet a set of conditions, decided by isl. The only file of the
// compiler that includes isl is isl_solver.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ir/analysis/affine.h"

namespace parc::ir {

enum class Solution : uint8_t {
  kNone,     // no integers meet the conditions
  kSome,     // some do
  kUnknown,  // the quota of operations was reached
};

struct SolverAnswer {
  Solution solution = Solution::kUnknown;
  std::vector<int64_t> point;  // kSome, when asked for: a value for each unknown
};

// `conditions` all hold; their unknowns are Var{0} … Var{unknowns - 1}. A condition that is not
// understood counts as true.
class IslSolver {
 public:
  IslSolver();
  ~IslSolver();
  IslSolver(const IslSolver&) = delete;
  IslSolver& operator=(const IslSolver&) = delete;

  SolverAnswer solve(size_t unknowns, const std::vector<FormulaRef>& conditions, bool want_point);

 private:
  struct Context;
  Context* context_;
};

// The version text of the isl that is linked, e.g. "isl-0.25-GMP".
std::string isl_version_text();

}  // namespace parc::ir
