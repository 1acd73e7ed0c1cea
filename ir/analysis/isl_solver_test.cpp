#include "ir/analysis/isl_solver.h"

#include <gtest/gtest.h>

namespace parc::ir {
namespace {

Linear var(uint32_t number) { return Linear::of(Var{number}); }

TEST(IslSolver, IsDebiansIslAndNotTheCopyInLlvm) {
  EXPECT_EQ(isl_version_text().rfind("isl-0.25", 0), 0u) << isl_version_text();
}

TEST(IslSolver, FindsIntegersOnly) {
  IslSolver solver;
  // 2 x = 2 y + 1
  Linear twice_x = *scale(var(0), 2);
  Linear odd = *add(*scale(var(1), 2), Linear::of(1));
  EXPECT_EQ(solver.solve(2, {equal(twice_x, odd)}, false).solution, Solution::kNone);
  // 2 x = 3 y, 0 < x
  FormulaRef multiple = equal(twice_x, *scale(var(1), 3));
  SolverAnswer answer = solver.solve(2, {multiple, less(Linear{}, var(0))}, true);
  ASSERT_EQ(answer.solution, Solution::kSome);
  EXPECT_EQ(2 * answer.point[0], 3 * answer.point[1]);
  EXPECT_GT(answer.point[0], 0);
}

TEST(IslSolver, TriesAllCases) {
  IslSolver solver;
  FormulaRef either = any_of({equal(var(0), Linear::of(1)), equal(var(0), Linear::of(5))});
  FormulaRef large = at_least(var(0), Linear::of(3));
  SolverAnswer answer = solver.solve(1, {either, large}, true);
  ASSERT_EQ(answer.solution, Solution::kSome);
  EXPECT_EQ(answer.point[0], 5);
  EXPECT_EQ(solver.solve(1, {either, large, negate(either)}, false).solution, Solution::kNone);
}

TEST(IslSolver, GivesUpWhenThereAreTooManyCases) {
  IslSolver solver;
  // A sum of 40 unknowns, each 0 or 2, that is odd: no case is refuted before its end.
  std::vector<FormulaRef> conditions;
  Linear sum;
  constexpr uint32_t kUnknowns = 40;
  for (uint32_t at = 0; at < kUnknowns; ++at) {
    conditions.push_back(any_of({equal(var(at), Linear{}), equal(var(at), Linear::of(2))}));
    sum = *add(sum, var(at));
  }
  conditions.push_back(equal(sum, Linear::of(kUnknowns + 1)));
  EXPECT_EQ(solver.solve(kUnknowns, conditions, false).solution, Solution::kUnknown);
  // The quota is that of one question.
  EXPECT_EQ(solver.solve(1, {equal(var(0), Linear{})}, false).solution, Solution::kSome);
}

}  // namespace
}  // namespace parc::ir
