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

// The values from 0 to 9 of unknown 0 that a projection onto it holds.
std::string values(const Projection& projection) {
  if (!projection.is_known) return "not known";
  std::string found;
  IslSolver solver;
  for (int64_t value = 0; value < 10; ++value) {
    std::vector<FormulaRef> conditions{projection.values, equal(var(0), Linear::of(value))};
    uint32_t number = 2;
    for (const Quotient& quotient : projection.quotients) {
      Linear rest = *add(quotient.dividend, *scale(var(number++), -quotient.divisor));
      conditions.push_back(at_least(rest, Linear{}));
      conditions.push_back(less(rest, Linear::of(quotient.divisor)));
    }
    if (solver.solve(number, conditions, false).solution == Solution::kSome) {
      found += std::to_string(value);
    }
  }
  return found;
}

TEST(IslSolver, ProjectsOntoTheUnknownsThatAreKept) {
  IslSolver solver;
  auto project = [&](const std::vector<FormulaRef>& conditions) {
    return values(solver.project({true, false}, conditions, {}));
  };
  EXPECT_EQ(project({less(var(0), var(1)), less(var(1), Linear::of(5))}), "0123");
  EXPECT_EQ(project({equal(var(0), *scale(var(1), 3))}), "0369");
  FormulaRef ends = any_of({equal(var(1), Linear::of(1)), equal(var(1), Linear::of(8))});
  EXPECT_EQ(project({ends, equal(var(0), var(1))}), "18");
  EXPECT_EQ(project({less(var(1), var(0)), less(var(0), var(1))}), "");
}

TEST(IslSolver, LeavesOutWhatIsGiven) {
  IslSolver solver;
  FormulaRef given = at_least(var(0), Linear::of(3));
  Projection projection = solver.project({true}, {given, less(var(0), Linear::of(7))}, {given});
  EXPECT_TRUE(same_formula(projection.values, less(var(0), Linear::of(7))));
}

TEST(IslSolver, HasABoundForAllQuestionsTogether) {
  IslSolver solver(2);
  FormulaRef positive = less(Linear{}, var(0));
  EXPECT_EQ(solver.solve(1, {positive}, false).solution, Solution::kSome);
  EXPECT_TRUE(solver.project({true}, {positive}, {}).is_known);
  EXPECT_EQ(solver.solve(1, {positive}, false).solution, Solution::kUnknown);
  EXPECT_FALSE(solver.project({true}, {positive}, {}).is_known);
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
