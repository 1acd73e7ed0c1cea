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

// The values of some unknowns for which the others can be chosen so that all conditions hold. There
// may be more values in it than that, never fewer.
struct Projection {
  bool is_known = false;            // false: the quota was reached
  FormulaRef values;                // a disjunction of conjunctions
  std::vector<Quotient> quotients;  // Var{unknowns + at} stands for the one at `at`
};

// `conditions` all hold; their unknowns are Var{0} … Var{unknowns - 1}. A condition that is not
// understood counts as true.
class IslSolver {
 public:
  // `most_cases` bounds the work on all questions together; each has its own bounds besides.
  explicit IslSolver(int most_cases = INT32_MAX);
  ~IslSolver();
  IslSolver(const IslSolver&) = delete;
  IslSolver& operator=(const IslSolver&) = delete;

  SolverAnswer solve(size_t unknowns, const std::vector<FormulaRef>& conditions, bool want_point);

  // Onto the unknowns that are `kept`. `given` holds anyway and is left out of the result; of it
  // only what is no disjunction is used.
  Projection project(const std::vector<bool>& kept, const std::vector<FormulaRef>& conditions,
                     const std::vector<FormulaRef>& given);

 private:
  struct Context;
  Context* context_;
  int cases_left_;
};

// The version text of the isl that is linked, e.g. "isl-0.25-GMP".
std::string isl_version_text();

}  // namespace parc::ir
